package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Observation;
import io.standstill.recorder.Order;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Waits for signals: which lock is taken again, and that the call is the same as before. */
class SignalWeaverTest {
  private final Sleeper sleeper = FixtureLoader.woven(SleepFixture.class, Sleeper.class);
  private final Object kept = new Object();

  @BeforeEach
  void begin() {
    Order.begin();
    Order.fetch();
  }

  private static List<Observation> retaken() {
    long self = Thread.currentThread().getId();
    return Order.fetch().stream()
        .filter(each -> each.threadId() == self && each.isAgain())
        .toList();
  }

  @Test
  void seesEachFormOfObjectWait() throws Exception {
    Object given = new Object();
    sleeper.waitALittle(given, kept);
    List<Observation> retaken = retaken();
    assertEquals(2, retaken.size());
    for (Observation each : retaken) {
      assertSame(kept, each.lock(0));
      assertSame(given, each.lock(1));
      assertEquals(Site.Kind.MONITOR, SiteTable.get(each.site(1)).kind());
      assertEquals("given", SiteTable.get(each.site(1)).lockName());
    }
  }

  @Test
  void seesAWaitWithoutALimitEvenIfItEndsByAnException() {
    Object given = new Object();
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> sleeper.waitForEver(given, kept));
    assertSame(given, retaken().get(0).lock(1));
  }

  @Test
  void seesEachFormOfAwaitAndKeepsItsResult() throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    assertTrue(sleeper.awaitNanos(lock, condition, kept) <= 0);
    assertFalse(sleeper.awaitMillis(lock, condition, kept));
    assertFalse(sleeper.awaitUntil(lock, condition, kept));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> sleeper.awaitForEver(lock, condition, kept));
    List<Observation> retaken = retaken();
    assertEquals(4, retaken.size());
    for (Observation each : retaken) {
      assertSame(kept, each.lock(0));
      assertSame(lock, each.lock(1));
      assertEquals(Site.Kind.SIGNAL, SiteTable.get(each.site(1)).kind());
    }
  }

  @Test
  void seesNothingWhereNothingElseIsHeld() throws Exception {
    Object given = new Object();
    sleeper.waitALittle(given, given);
    assertEquals(List.of(), retaken());
  }

  public interface Sleeper {
    void waitALittle(Object given, Object kept) throws InterruptedException;

    void waitForEver(Object given, Object kept) throws InterruptedException;

    long awaitNanos(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException;

    boolean awaitMillis(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException;

    boolean awaitUntil(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException;

    void awaitForEver(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException;
  }

  public static class SleepFixture implements Sleeper {
    @Override
    public void waitALittle(Object given, Object kept) throws InterruptedException {
      synchronized (given) {
        synchronized (kept) {
          given.wait(1);
          given.wait(0, 1);
        }
      }
    }

    @Override
    public void waitForEver(Object given, Object kept) throws InterruptedException {
      synchronized (given) {
        synchronized (kept) {
          given.wait();
        }
      }
    }

    @Override
    public long awaitNanos(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException {
      lock.lock();
      try {
        synchronized (kept) {
          return condition.awaitNanos(1);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean awaitMillis(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException {
      lock.lock();
      try {
        synchronized (kept) {
          return condition.await(1, TimeUnit.MILLISECONDS);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean awaitUntil(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException {
      lock.lock();
      try {
        synchronized (kept) {
          return condition.awaitUntil(new Date(0));
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void awaitForEver(ReentrantLock lock, Condition condition, Object kept)
        throws InterruptedException {
      lock.lock();
      try {
        synchronized (kept) {
          condition.await();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
