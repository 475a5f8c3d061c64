package verdicts.clean.order;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import verdicts.Clean;

/**
 * Each stage runs after the one before, on whatever thread: nobody waits in between. And a task
 * that fails has ended as well, and so have those that are joined by a reference.
 */
@Clean
public final class OneStageAfterTheOther {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  private static void forth() {
    cross(left, right);
  }

  private static void back() {
    cross(right, left);
  }

  private static void cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        count++;
      }
    }
  }

  private static void fail() {
    forth();
    throw new IllegalStateException("on purpose");
  }

  /** The stage is attached while its source runs, and then runs on that thread. */
  private static void attachedMeanwhile() {
    ExecutorService one = Executors.newFixedThreadPool(1);
    AtomicBoolean attached = new AtomicBoolean();
    CompletableFuture<Void> source = runningUntil(attached::get, one);
    forth();
    CompletableFuture<Void> end = source.thenRun(OneStageAfterTheOther::back);
    attached.set(true);
    end.join();
    one.shutdown();
  }

  /** The stage runs on the thread of the second, after what the first has done. */
  private static void afterBoth() {
    ExecutorService one = Executors.newFixedThreadPool(1);
    ExecutorService other = Executors.newFixedThreadPool(1);
    CompletableFuture<Void> first = new CompletableFuture<>();
    CompletableFuture<Void> second = runningUntil(first::isDone, other);
    CompletableFuture<Void> end =
        CompletableFuture.allOf(first, second).thenRun(OneStageAfterTheOther::back);
    one.execute(
        () -> {
          forth();
          first.complete(null);
        });
    end.join();
    one.shutdown();
    other.shutdown();
  }

  /** A task that has begun. */
  private static CompletableFuture<Void> runningUntil(
      BooleanSupplier end, ExecutorService executor) {
    AtomicBoolean running = new AtomicBoolean();
    CompletableFuture<Void> task =
        CompletableFuture.runAsync(
            () -> {
              running.set(true);
              spinUntil(end);
            },
            executor);
    spinUntil(running::get);
    return task;
  }

  private static void spinUntil(BooleanSupplier end) {
    while (!end.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }

  public static void main(String[] args) {
    attachedMeanwhile();
    afterBoth();
    ExecutorService one = Executors.newFixedThreadPool(1);
    ExecutorService other = Executors.newFixedThreadPool(1);
    for (int i = 0; i < 50; i++) {
      CompletableFuture<Void> start = new CompletableFuture<>();
      CompletableFuture<Void> end =
          start
              .thenRunAsync(OneStageAfterTheOther::forth, one)
              .thenRunAsync(OneStageAfterTheOther::back, other)
              .thenRunAsync(OneStageAfterTheOther::forth, ForkJoinPool.commonPool())
              .thenRunAsync(OneStageAfterTheOther::back, one);
      start.complete(null);
      CompletableFuture<Void> beside = end.thenRunAsync(() -> {}, other);
      end.runAfterBoth(beside, OneStageAfterTheOther::forth).join();
      CompletableFuture.runAsync(OneStageAfterTheOther::back, one)
          .thenRun(OneStageAfterTheOther::forth)
          .join();
      CompletableFuture<Void> failed =
          CompletableFuture.runAsync(OneStageAfterTheOther::fail, other);
      failed
          .exceptionally(
              failure -> {
                back();
                return null;
              })
          .join();
      try {
        failed.join();
      } catch (RuntimeException onPurpose) {
        back();
      }
    }
    one.shutdown();
    other.shutdown();
    System.out.println(count);
  }
}
