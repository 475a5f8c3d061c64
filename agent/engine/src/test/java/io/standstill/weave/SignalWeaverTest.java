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
import io.standstill.weave.Shapes.Action;
import io.standstill.weave.Shapes.Timed;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Waits for signals, by a call and by a method reference: which lock is taken again, and that the
 * call is the same as before.
 */
@ParameterizedClass
@ValueSource(
    classes = {SignalWeaverTest.SleepFixture.class, SignalWeaverTest.ReferenceFixture.class})
class SignalWeaverTest {
  private final Sleeper sleeper;
  private final Object kept = new Object();

  SignalWeaverTest(Class<? extends Sleeper> fixture) {
    sleeper = FixtureLoader.woven(fixture, Sleeper.class);
  }

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
    void waitALittle(Object given, Object kept) throws Exception;

    void waitForEver(Object given, Object kept) throws Exception;

    long awaitNanos(ReentrantLock lock, Condition condition, Object kept) throws Exception;

    boolean awaitMillis(ReentrantLock lock, Condition condition, Object kept) throws Exception;

    boolean awaitUntil(ReentrantLock lock, Condition condition, Object kept) throws Exception;

    void awaitForEver(ReentrantLock lock, Condition condition, Object kept) throws Exception;
  }

  public static class SleepFixture implements Sleeper {
    @Override
    public void waitALittle(Object given, Object kept) throws Exception {
      synchronized (given) {
        synchronized (kept) {
          given.wait(1);
          given.wait(0, 1);
        }
      }
    }

    @Override
    public void waitForEver(Object given, Object kept) throws Exception {
      synchronized (given) {
        synchronized (kept) {
          given.wait();
        }
      }
    }

    @Override
    public long awaitNanos(ReentrantLock lock, Condition condition, Object kept) throws Exception {
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
        throws Exception {
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
        throws Exception {
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
        throws Exception {
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

  /** Waits for ever for what it is given. */
  public interface Unbound<T> {
    void sleep(T awaited) throws Exception;
  }

  /** Waits for some milliseconds. */
  public interface Moment {
    void sleep(long millis) throws Exception;
  }

  /** Waits for some milliseconds and nanoseconds. */
  public interface ShortMoment {
    void sleep(long millis, int nanos) throws Exception;
  }

  /** Waits for some nanoseconds, and tells how many are left. */
  public interface Nanos {
    long left(long nanos) throws Exception;
  }

  /** Waits until then. */
  public interface Deadline {
    boolean before(Date deadline) throws Exception;
  }

  public static class ReferenceFixture implements Sleeper {
    @Override
    public void waitALittle(Object given, Object kept) throws Exception {
      synchronized (given) {
        synchronized (kept) {
          Moment little = given::wait;
          little.sleep(1);
          ShortMoment less = given::wait;
          less.sleep(0, 1);
        }
      }
    }

    @Override
    public void waitForEver(Object given, Object kept) throws Exception {
      synchronized (given) {
        synchronized (kept) {
          Action sleep = given::wait;
          sleep.run();
        }
      }
    }

    @Override
    public long awaitNanos(ReentrantLock lock, Condition condition, Object kept) throws Exception {
      Nanos nanos = condition::awaitNanos;
      lock.lock();
      try {
        synchronized (kept) {
          return nanos.left(1);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean awaitMillis(ReentrantLock lock, Condition condition, Object kept)
        throws Exception {
      Timed timed = condition::await;
      lock.lock();
      try {
        synchronized (kept) {
          return timed.within(1, TimeUnit.MILLISECONDS);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public boolean awaitUntil(ReentrantLock lock, Condition condition, Object kept)
        throws Exception {
      Deadline deadline = condition::awaitUntil;
      lock.lock();
      try {
        synchronized (kept) {
          return deadline.before(new Date(0));
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void awaitForEver(ReentrantLock lock, Condition condition, Object kept)
        throws Exception {
      Unbound<Condition> unbound = Condition::await;
      lock.lock();
      try {
        synchronized (kept) {
          unbound.sleep(condition);
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
