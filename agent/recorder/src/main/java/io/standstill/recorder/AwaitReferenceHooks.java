package io.standstill.recorder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stands in for method references to waits for futures and latches: see {@link LockReferenceHooks}.
 */
public final class AwaitReferenceHooks {
  private AwaitReferenceHooks() {}

  /** {@code future::get}. */
  public static Object get(int site, Object future)
      throws InterruptedException, ExecutionException {
    Journal journal = AwaitHooks.awaiting(future, null, site);
    Object result = ((Future<?>) future).get();
    AwaitHooks.awaited(journal);
    return result;
  }

  /** {@code future::get} with a time. */
  public static Object get(int site, Object future, long time, TimeUnit unit)
      throws InterruptedException, ExecutionException, TimeoutException {
    Journal journal = AwaitHooks.awaitingWithin(future, time, unit, null, site);
    Object result = ((Future<?>) future).get(time, unit);
    AwaitHooks.awaited(journal);
    return result;
  }

  /** {@code CompletableFuture::join}, {@code ForkJoinTask::join}. */
  public static Object join(int site, Object future) {
    Journal journal = AwaitHooks.awaiting(future, null, site);
    Object result =
        future instanceof ForkJoinTask<?> task
            ? task.join()
            : ((CompletableFuture<?>) future).join();
    AwaitHooks.awaited(journal);
    return result;
  }

  /** {@code latch::await}. */
  public static void await(int site, Object latch) throws InterruptedException {
    Journal journal = AwaitHooks.awaiting(latch, null, site);
    ((CountDownLatch) latch).await();
    AwaitHooks.awaited(journal);
  }

  /** {@code latch::await} with a time. */
  public static boolean await(int site, Object latch, long time, TimeUnit unit)
      throws InterruptedException {
    Journal journal = AwaitHooks.awaitingWithin(latch, time, unit, null, site);
    boolean opened = ((CountDownLatch) latch).await(time, unit);
    AwaitHooks.awaited(journal);
    return opened;
  }
}
