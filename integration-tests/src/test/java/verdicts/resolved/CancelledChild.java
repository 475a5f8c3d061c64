package verdicts.resolved;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** Somebody cancels the queued task for which a worker of its own pool waits. */
@Verdict(kind = "pool-deadlock", threads = "only-1", pools = "only", resolved = true)
public final class CancelledChild {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("only", 1);
    CompletableFuture<Future<String>> child = new CompletableFuture<>();
    Future<String> parent =
        pool.submit(
            () -> {
              child.complete(pool.submit(() -> "never"));
              try {
                return child.join().get(); // waits
              } catch (CancellationException cancelled) {
                return "cancelled";
              }
            });
    Stage.stuckNamed("only-1");
    child.join().cancel(false);
    parent.get();
    Pools.end(pool);
    Stage.say("RESOLVED");
  }
}
