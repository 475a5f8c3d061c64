package verdicts.pooldeadlock.library;

import java.util.concurrent.CompletableFuture;
import verdicts.Stage;
import verdicts.Verdict;

/** The thread of an event loop waits for a future that only its next task completes. */
@Verdict(kind = "pool-deadlock", certainty = "likely", threads = "events", pools = "events")
public final class LoopWaitsForItself {
  public static void main(String[] args) {
    EventLoop loop = new EventLoop("events");
    loop.execute(
        () -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          loop.execute(() -> answer.complete("never"));
          answer.join();
        });
    Stage.stuckNamed("events");
  }
}
