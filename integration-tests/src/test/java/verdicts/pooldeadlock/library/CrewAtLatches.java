package verdicts.pooldeadlock.library;

import java.util.concurrent.CountDownLatch;
import verdicts.Body;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** All workers of an executor of another make wait at latches that tasks behind them would open. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = {"crew-1", "crew-2"},
    pools = "crew")
public final class CrewAtLatches {
  public static void main(String[] args) {
    Crew crew = new Crew("crew", 2);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      crew.execute(
          Body.task(
              () -> {
                meeting.meet();
                CountDownLatch answered = new CountDownLatch(1);
                crew.execute(answered::countDown);
                answered.await();
              }));
    }
    Stage.stuckNamed("crew-1", "crew-2");
  }
}
