package io.standstill.detect.evidence;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.detect.probe.LoadedClasses;
import io.standstill.jvm.ThreadSet;
import io.standstill.pool.Pools;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of a thread that waits for a future, and of this one, which is in the middle of code. */
@Timeout(60)
class HandedInTest {
  private final CompletableFuture<String> future = new CompletableFuture<>();

  @AfterEach
  void end() {
    future.complete("over");
  }

  /** A thread that waits for the future, and was made to run this. */
  private Thread waiting(Runnable work) {
    Thread waiter = new Thread(work, "waiter");
    waiter.setDaemon(true);
    waiter.start();
    while (waiter.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return waiter;
  }

  private static <T> T take(SynchronousQueue<T> queue) {
    try {
      return queue.take();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Whether this thread may complete the future, for all that is known of the waiting one. */
  private boolean mayComplete(Thread waiter) {
    Outlook outlook =
        new Outlook(Pools.of(List.of(waiter)), new LoadedClasses(() -> new Class<?>[0]));
    Runnable queued = () -> future.complete("by a task in the queue");
    HandedIn handedIn =
        new HandedIn(
            Gate.of(future),
            ThreadSet.of(List.of(waiter)),
            List.of(new QueuedReleases.Queued(null, queued, null)),
            outlook,
            List.of());
    return handedIn.mayComplete(Thread.currentThread());
  }

  @Test
  void whatATaskWasMadeWithMayCompleteIt() {
    assertTrue(mayComplete(waiting(future::join)));
  }

  @Test
  void whatATaskHasComeByMeanwhileIsItsOwn() throws Exception {
    SynchronousQueue<CompletableFuture<String>> given = new SynchronousQueue<>();
    Thread waiter = waiting(() -> take(given).join());
    given.put(future);

    assertFalse(mayComplete(waiter));
  }

  @Test
  void whoHasForgottenWhatItWasMadeWithMayHaveBeenGivenIt() {
    Deque<Runnable> executor = new ArrayDeque<>();
    CompletableFuture.runAsync(future::join, executor::add);

    assertTrue(mayComplete(waiting(executor.remove())));
  }
}
