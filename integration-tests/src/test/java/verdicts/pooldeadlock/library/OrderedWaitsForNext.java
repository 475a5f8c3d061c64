package verdicts.pooldeadlock.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The pool has threads to spare, but a queue that is no executor runs its tasks in order. */
@Verdict(kind = "pool-deadlock", certainty = "possible", threads = "lane-1", pools = "lane-1")
public final class OrderedWaitsForNext {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 4);
    OrderedQueue queue = new OrderedQueue();
    queue.add(
        () -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          queue.add(() -> answer.complete("never"), pool);
          answer.join();
        },
        pool);
    Stage.stuckNamed("lane-1");
  }
}
