package verdicts.clean.pools.library;

import java.util.concurrent.CountDownLatch;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.pooldeadlock.library.Crew;

/**
 * Two workers wait at latches that tasks behind them will open; a third one is busy for a while.
 */
@Clean
public final class CrewOfOneMore {
  public static void main(String[] args) throws Exception {
    Crew crew = new Crew("crew", 3);
    Meeting meeting = new Meeting(3);
    CountDownLatch ended = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      crew.execute(
          Body.task(
              () -> {
                meeting.meet();
                CountDownLatch answered = new CountDownLatch(1);
                crew.execute(answered::countDown);
                answered.await();
                ended.countDown();
              }));
    }
    crew.execute(
        () -> {
          meeting.meet();
          Stage.pauseBeyondPatience();
        });
    ended.await();
    System.out.println("done");
  }
}
