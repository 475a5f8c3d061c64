package verdicts.pooldeadlock.ownpool;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two workers of a pool of two give it five tasks each at once, and wait for all of them. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"crew-1", "crew-2"},
    pools = "crew",
    needs = 3,
    tasks = "InvokeAllInside.java:31")
public final class InvokeAllInside {
  public static void main(String[] args) {
    ExecutorService crew = Pools.fixed("crew", 2);
    Meeting meeting = new Meeting(2);
    Callable<String> part =
        () -> {
          System.out.println("never");
          return "part";
        };
    for (int i = 0; i < 2; i++) {
      crew.submit(
          () -> {
            meeting.meet();
            return crew.invokeAll(Collections.nCopies(5, part)); // waits
          });
    }
    Stage.stuckNamed("crew-1", "crew-2");
  }
}
