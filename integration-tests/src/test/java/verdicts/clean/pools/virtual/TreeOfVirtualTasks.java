package verdicts.clean.pools.virtual;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/** A tree of tasks in an executor of virtual threads: everybody waits for the own executor. */
@Clean(since = 21)
public final class TreeOfVirtualTasks {
  private static final ExecutorService perTask = Virtual.executor();

  private static int leaves(int height) throws Exception {
    if (height == 0) {
      Stage.sleep(1_500);
      return 1;
    }
    Future<Integer> left = perTask.submit(() -> leaves(height - 1));
    Future<Integer> right = perTask.submit(() -> leaves(height - 1));
    return left.get() + right.get();
  }

  public static void main(String[] args) throws Exception {
    System.out.println(leaves(10));
    System.out.println(
        CompletableFuture.supplyAsync(
                () -> CompletableFuture.supplyAsync(() -> "nested", perTask).join(), perTask)
            .join());
    ExecutorService.class.getMethod("close").invoke(perTask);
    System.out.println(perTask.isTerminated());
  }
}
