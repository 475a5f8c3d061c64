package exercise;

import com.google.common.util.concurrent.ListenableFuture;
import com.google.common.util.concurrent.ListenableFutureTask;
import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Phaser;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.TimeUnit;
import verdicts.Stage;

/** Two locks in both orders, with a wait in between that no class of the JDK is named for. */
public final class GuavaBetween {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  private static int cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        return ++count;
      }
    }
  }

  private static final class Part extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;

    @Override
    protected Integer compute() {
      return cross(left, right);
    }
  }

  public static void main(String[] args) throws Exception {
    ListeningExecutorService pool =
        MoreExecutors.listeningDecorator(Executors.newFixedThreadPool(2));
    ListenableFuture<Integer> crossed = pool.submit(() -> cross(left, right));
    crossed.get();
    cross(right, left);
    pool.submit(() -> cross(left, right)).get(1, TimeUnit.MINUTES);

    ListenableFutureTask<Integer> task = ListenableFutureTask.create(() -> cross(left, right));
    Thread runner = Stage.start("runner", task::run);
    task.get();
    cross(right, left);

    ForkJoinPool forks = new ForkJoinPool(1);
    Part part = new Part();
    forks.execute(part);
    part.join();
    cross(right, left);

    Phaser phaser = new Phaser(2);
    Thread other =
        Stage.start(
            "other",
            () -> {
              cross(left, right);
              phaser.arrive();
            });
    phaser.arriveAndAwaitAdvance();
    cross(right, left);

    Stage.join(runner, other);
    pool.shutdown();
    System.out.println(pool.awaitTermination(1, TimeUnit.MINUTES) + " " + count);
  }
}
