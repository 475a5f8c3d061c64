package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** {@code Thread.join}: who is waited for. */
class JoinWeaverTest {
  private final Joins joins = FixtureLoader.woven(JoinFixture.class, Joins.class);

  @Test
  void publishesTheThreadThatIsWaitedFor() throws Exception {
    assertEquals(0, pendingWhile(joins::forEver).pending().timeoutNanos());
  }

  @Test
  void publishesHowLongItMayTake() throws Exception {
    assertEquals(3_600_000_000_000L, pendingWhile(joins::anHour).pending().timeoutNanos());
    assertEquals(3_600_000_000_000L, pendingWhile(joins::aLittleMore).pending().timeoutNanos());
  }

  @Test
  void leavesJoinOfOtherClassesAlone() throws Exception {
    assertNull(joins.noThread(new Cord()));
  }

  private Holdings pendingWhile(Waiting waiting) throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    Thread target = new Thread(() -> await(end));
    target.start();
    Thread waiter = new Thread(() -> waiting.on(target));
    waiter.start();
    Await.until(
        waiter,
        () ->
            waiter.getState() == Thread.State.WAITING
                || waiter.getState() == Thread.State.TIMED_WAITING);
    Holdings holdings = Seen.of(waiter);
    assertSame(target, holdings.pending().lock());
    assertEquals(Site.Kind.JOIN, SiteTable.get(holdings.pending().site()).kind());
    end.countDown();
    Await.end(waiter);
    assertNull(joins.afterwards(target));
    return holdings;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private interface Waiting {
    void on(Thread thread);
  }

  /** Has a method called join, and is no thread. */
  public static class Cord {
    Holdings seen;

    public void join() {
      seen = Seen.now();
    }

    public Holdings seen() {
      return seen;
    }
  }

  public interface Joins {
    void forEver(Thread thread);

    void anHour(Thread thread);

    void aLittleMore(Thread thread);

    Holdings.Entry afterwards(Thread thread) throws InterruptedException;

    Holdings.Entry noThread(Cord cord);
  }

  static class JoinFixture implements Joins {
    @Override
    public void forEver(Thread thread) {
      try {
        thread.join();
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    @Override
    public void anHour(Thread thread) {
      try {
        thread.join(3_600_000);
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    @Override
    public void aLittleMore(Thread thread) {
      try {
        thread.join(3_600_000, 1);
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    @Override
    public Holdings.Entry afterwards(Thread thread) throws InterruptedException {
      thread.join();
      return Seen.now().pending();
    }

    @Override
    public Holdings.Entry noThread(Cord cord) {
      cord.join();
      return cord.seen().pending();
    }
  }
}
