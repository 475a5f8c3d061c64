package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two pools in a ring, and three clients who wait for what comes out of it. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"front-1", "back-1"},
    pools = {"front", "back"},
    waitingBehind = 3)
public final class ClientsBehind {
  public static void main(String[] args) {
    ExecutorService front = Pools.fixed("front", 1);
    ExecutorService back = Pools.fixed("back", 1);
    Meeting meeting = new Meeting(2);
    Future<?> answer =
        front.submit(
            () -> {
              meeting.meet();
              return back.submit(() -> front.submit(() -> System.out.println("never")).get()).get();
            });
    Future<?> queued = front.submit(() -> System.out.println("never"));
    Thread[] clients = {
      Stage.start("first", () -> answer.get()),
      Stage.start("second", () -> answer.get()),
      Stage.start("third", () -> queued.get())
    };
    Stage.awaitRest(clients);
    meeting.meet();
    Stage.stuckNamed("front-1", "back-1");
  }
}
