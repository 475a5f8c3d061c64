package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Two workers hand parts to a completion service over their own pool, and take the first. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = {"crew-1", "crew-2"},
    pools = "crew")
public final class CompletionServiceInside {
  public static void main(String[] args) {
    ExecutorService crew = Pools.fixed("crew", 2);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      crew.submit(
          () -> {
            meeting.meet();
            CompletionService<String> parts = new ExecutorCompletionService<>(crew);
            for (int part = 0; part < 3; part++) {
              parts.submit(() -> System.out.println("never"), "part");
            }
            return parts.take().get(); // waits
          });
    }
    Stage.stuckNamed("crew-1", "crew-2");
  }
}
