package verdicts.pooldeadlock.virtual;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/**
 * A task of a virtual-thread executor closes the executor, which waits until the task has ended.
 */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = "task-1",
    pools = "task",
    since = 21)
public final class ClosedByOwnTask {
  public static void main(String[] args) {
    ExecutorService perTask = Virtual.executor("task-");
    CompletableFuture<Thread> task = new CompletableFuture<>();
    perTask.submit(
        () -> {
          task.complete(Thread.currentThread());
          ExecutorService.class.getMethod("close").invoke(perTask);
          return "never";
        });
    Stage.stuck(task.join());
  }
}
