package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Waits for futures, pools and gates: what is waited for, and how long at most. */
class AwaitWeaverTest {
  private static final long HOUR = 3_600_000_000_000L;

  private final Awaits awaits = FixtureLoader.woven(AwaitFixture.class, Awaits.class);

  @Test
  void publishesTheFutureThatIsWaitedFor() throws Exception {
    CompletableFuture<String> future = new CompletableFuture<>();
    assertEquals(0, pendingWhile(future, () -> awaits.get(future)).pending().timeoutNanos());
    assertEquals(0, pendingWhile(future, () -> awaits.join(future)).pending().timeoutNanos());
    assertEquals(
        HOUR, pendingWhile(future, () -> awaits.getWithinAnHour(future)).pending().timeoutNanos());
    future.complete("done");
    assertEquals("done", awaits.get(future));
    assertEquals("done", awaits.join(future));
    assertEquals("done", awaits.getWithinAnHour(future));
    assertNull(Seen.now().pending());
  }

  @Test
  void publishesPoolsAndGates() throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    assertEquals(HOUR, pendingWhile(pool, () -> awaits.end(pool)).pending().timeoutNanos());
    pool.shutdown();
    CountDownLatch latch = new CountDownLatch(1);
    assertEquals(0, pendingWhile(latch, () -> awaits.open(latch)).pending().timeoutNanos());
    CyclicBarrier barrier = new CyclicBarrier(2);
    assertEquals(0, pendingWhile(barrier, () -> awaits.meet(barrier)).pending().timeoutNanos());
  }

  @Test
  void publishesALatchOfAnyClass() throws Exception {
    OwnLatch latch = new OwnLatch();
    assertEquals(0, pendingWhile(latch, () -> awaits.openOwn(latch)).pending().timeoutNanos());
    latch.countDown();
    awaits.openOwn(latch);
    assertNull(Seen.now().pending());
  }

  @Test
  void leavesALatchAloneThatAwaitsItself() throws Exception {
    Runnable latch = FixtureLoader.woven(Observer.class, Runnable.class);
    Thread waiter = new Thread(latch);
    waiter.start();
    Await.until(waiter, () -> waiter.getState() == Thread.State.WAITING);
    assertNull(Seen.of(waiter).pending());
    ((CountDownLatch) latch).countDown();
    Await.end(waiter);
  }

  @Test
  void publishesNothingElseThatIsAwaited() throws Exception {
    Door door = new Door();
    awaits.pass(door);
    assertNull(door.pending);
    assertNull(Seen.now().pending());
  }

  private static Holdings pendingWhile(Object awaited, Waiting waiting) throws Exception {
    Thread waiter =
        new Thread(
            () -> {
              try {
                waiting.go();
              } catch (Exception interrupted) {
                // The end of the test.
              }
            });
    waiter.start();
    Await.until(
        waiter,
        () ->
            waiter.getState() == Thread.State.WAITING
                || waiter.getState() == Thread.State.TIMED_WAITING);
    Holdings holdings = Seen.of(waiter);
    assertSame(awaited, holdings.pending().lock());
    assertEquals(Site.Kind.AWAIT, SiteTable.get(holdings.pending().site()).kind());
    waiter.interrupt(); // Ends all but join, which ends when its future is completed.
    return holdings;
  }

  private interface Waiting {
    void go() throws Exception;
  }

  public static final class OwnLatch extends CountDownLatch {
    OwnLatch() {
      super(1);
    }
  }

  /** As those of reactive libraries are. */
  static final class Observer extends CountDownLatch implements Runnable {
    Observer() {
      super(1);
    }

    @Override
    public void run() {
      try {
        await();
      } catch (InterruptedException never) {
        throw new AssertionError(never);
      }
    }
  }

  /** Has a method of the same name, and is no latch. */
  public static final class Door {
    private Holdings.Entry pending;

    public void await() {
      pending = Seen.now().pending();
    }
  }

  public interface Awaits {
    void openOwn(OwnLatch latch) throws InterruptedException;

    void pass(Door door);

    Object get(Future<?> future) throws Exception;

    Object join(CompletableFuture<?> future);

    Object getWithinAnHour(Future<?> future) throws Exception;

    boolean end(ScheduledExecutorService pool) throws InterruptedException;

    void open(CountDownLatch latch) throws InterruptedException;

    int meet(CyclicBarrier barrier) throws Exception;
  }

  public static class AwaitFixture implements Awaits {
    @Override
    public Object get(Future<?> future) throws Exception {
      return future.get();
    }

    @Override
    public Object join(CompletableFuture<?> future) {
      return future.join();
    }

    @Override
    public Object getWithinAnHour(Future<?> future) throws Exception {
      return future.get(1, TimeUnit.HOURS);
    }

    @Override
    public boolean end(ScheduledExecutorService pool) throws InterruptedException {
      return pool.awaitTermination(1, TimeUnit.HOURS);
    }

    @Override
    public void open(CountDownLatch latch) throws InterruptedException {
      latch.await();
    }

    @Override
    public void openOwn(OwnLatch latch) throws InterruptedException {
      latch.await();
    }

    @Override
    public void pass(Door door) {
      door.await();
    }

    @Override
    public int meet(CyclicBarrier barrier) throws Exception {
      return barrier.await();
    }
  }
}
