package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.LockHooks;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls to the methods of {@code Lock}, on locks of the JDK and of others. */
class LockCallWeaverTest {
  private final Calls calls = FixtureLoader.woven(CallFixture.class, Calls.class);
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantLock other = new ReentrantLock();

  @AfterEach
  void nothingIsLeft() {
    assertTrue(Seen.held().isEmpty());
  }

  @Test
  void seesLockAndUnlock() {
    assertEquals(List.of(lock), calls.lock(lock));
  }

  @Test
  void publishesTheIntentionWhileItWaits() throws Exception {
    lock.lock();
    Thread waiter = new Thread(() -> calls.lock(lock));
    try {
      waiter.start();
      Await.until(waiter, () -> lock.hasQueuedThread(waiter));
      Holdings.Entry pending = Seen.of(waiter).pending();
      assertSame(lock, pending.lock());
      assertEquals("lock", SiteTable.get(pending.site()).method());
    } finally {
      lock.unlock();
    }
    Await.end(waiter);
  }

  @Test
  void seesHandOverHandLocking() {
    assertEquals(List.of(List.of(lock, other), List.of(other)), calls.handOverHand(lock, other));
  }

  @Test
  void seesTryLockOnlyWhenItSucceeds() throws Exception {
    assertEquals(List.of(lock), calls.tryLock(lock));
    Thread owner = new Thread(lock::lock);
    owner.start();
    Await.end(owner);
    assertNull(calls.tryLock(lock));
    assertNull(Seen.now().pending());
    assertNull(calls.tryLockWithin(lock, 1, TimeUnit.MILLISECONDS));
    assertNull(Seen.now().pending());
  }

  @Test
  void seesTimedTryLock() throws Exception {
    assertEquals(List.of(lock), calls.tryLockWithin(lock, 1, TimeUnit.DAYS));
  }

  @Test
  void publishesHowLongATimedTryLockMayTake() throws Exception {
    Probe probe = new Probe();
    calls.tryLockWithin(probe, 3, TimeUnit.SECONDS);
    assertEquals(TimeUnit.SECONDS.toNanos(3), probe.seen.pending().timeoutNanos());
    assertSame(probe, probe.seen.pending().lock());
  }

  @Test
  void seesLockInterruptiblyUnlessItIsInterrupted() throws Exception {
    assertEquals(List.of(lock), calls.lockInterruptibly(lock));
    Thread.currentThread().interrupt();
    assertThrows(InterruptedException.class, () -> calls.lockInterruptibly(lock));
    assertFalse(Thread.currentThread().isInterrupted());
  }

  @Test
  void seesReadAndWriteLocks() {
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    assertEquals(List.of(both.writeLock(), both.readLock()), calls.downgrade(both));
  }

  @Test
  void seesALockOfAnyClass() {
    Probe probe = new Probe();
    assertEquals(List.of(probe), calls.probe(probe));
    assertNotNull(probe.seen.pending());
  }

  @Test
  void remembersAForeignLockWhateverItsOwnCodeTakes() {
    Probe foreign =
        new Probe() {
          @Override
          public void lock() {
            assertEquals(List.of(other), calls.lock(other));
            super.lock();
          }
        };
    assertEquals(List.of(foreign), calls.lock(foreign));
    assertNull(foreign.seen.pending());
    assertSame(foreign, foreign.seen.foreign().get(0).lock());
    assertEquals(List.of(), Seen.now().foreign());
  }

  @Test
  void countsAForeignLockOnceThatTakesItselfByTryLock() {
    Probe foreign =
        new Probe() {
          @Override
          public void lock() {
            LockHooks.anyTried(true, this, true, null, 0);
          }
        };
    assertEquals(List.of(foreign), calls.lock(foreign));
  }

  @Test
  void forgetsAForeignLockThatWasNotTaken() throws Exception {
    Probe probe = new Probe();
    calls.tryLockWithin(probe, 3, TimeUnit.SECONDS);
    assertEquals(1, probe.seen.foreign().size());
    assertEquals(TimeUnit.SECONDS.toNanos(3), probe.seen.foreign().get(0).timeoutNanos());
    assertEquals(List.of(), Seen.now().foreign());
  }

  @Test
  void keepsOneLeftoverOfEachSiteAtMost() {
    for (int i = 0; i < 3; i++) {
      assertThrows(IllegalStateException.class, () -> calls.lock(new Refusing()));
    }
    assertEquals(1, Seen.now().foreign().size());
    assertEquals(List.of(lock), calls.lock(lock));
    Probe probe = new Probe();
    assertEquals(List.of(probe), calls.lock(probe));
    assertEquals(List.of(), Seen.now().foreign());
  }

  @Test
  void letsAClassThatIsNoLockAlone() {
    assertEquals(List.of(), calls.door(new Door()));
  }

  @Test
  void leavesCallsOfSuperAlone() {
    assertEquals(1, calls.subclass());
  }

  @Test
  void namesTheSite() {
    Site site = calls.site(lock);
    assertEquals("mine", site.lockName());
    assertEquals(Site.Kind.LOCK, site.kind());
    assertEquals("site", site.method());
  }

  @Test
  void releasesOnceWhenTheBodyFails() {
    assertThrows(IllegalStateException.class, () -> calls.failing(lock));
    assertFalse(lock.isLocked());
  }

  /** No lock of the JDK; notes what is known while it is being taken. */
  public static class Probe implements Lock {
    Holdings seen;

    @Override
    public void lock() {
      seen = Seen.now();
    }

    @Override
    public void lockInterruptibly() {
      seen = Seen.now();
    }

    @Override
    public boolean tryLock() {
      seen = Seen.now();
      return true;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
      seen = Seen.now();
      return false;
    }

    @Override
    public void unlock() {}

    @Override
    public Condition newCondition() {
      throw new UnsupportedOperationException();
    }
  }

  /** Cannot be taken. */
  public static class Refusing extends Probe {
    @Override
    public void lock() {
      throw new IllegalStateException();
    }
  }

  /** Has the methods of a lock, and is none. */
  public static class Door {
    public void lock() {}

    public boolean tryLock() {
      return true;
    }

    public void unlock() {}
  }

  public interface Calls {
    List<Object> lock(Lock lock);

    List<List<Object>> handOverHand(Lock first, Lock second);

    List<Object> tryLock(Lock lock);

    List<Object> tryLockWithin(Lock lock, long time, TimeUnit unit) throws InterruptedException;

    List<Object> lockInterruptibly(Lock lock) throws InterruptedException;

    List<Object> downgrade(ReentrantReadWriteLock lock);

    List<Object> probe(Probe probe);

    List<Object> door(Door door);

    int subclass();

    Site site(ReentrantLock mine);

    void failing(ReentrantLock lock);
  }

  static class CallFixture implements Calls {
    @Override
    public List<Object> lock(Lock lock) {
      lock.lock();
      try {
        return Seen.held();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public List<List<Object>> handOverHand(Lock first, Lock second) {
      first.lock();
      second.lock();
      List<Object> both = Seen.held();
      first.unlock();
      List<Object> one = Seen.held();
      second.unlock();
      return List.of(both, one);
    }

    @Override
    public List<Object> tryLock(Lock lock) {
      if (!lock.tryLock()) {
        return null;
      }
      try {
        return Seen.held();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public List<Object> tryLockWithin(Lock lock, long time, TimeUnit unit)
        throws InterruptedException {
      long before = 7;
      if (lock.tryLock(time, unit)) {
        List<Object> held = before == 7 ? Seen.held() : null;
        lock.unlock();
        return held;
      }
      return null;
    }

    @Override
    public List<Object> lockInterruptibly(Lock lock) throws InterruptedException {
      lock.lockInterruptibly();
      List<Object> held = Seen.held();
      lock.unlock();
      return held;
    }

    @Override
    public List<Object> downgrade(ReentrantReadWriteLock lock) {
      lock.writeLock().lock();
      lock.readLock().lock();
      List<Object> held = Seen.held();
      lock.writeLock().unlock();
      lock.readLock().unlock();
      return held;
    }

    @Override
    public List<Object> probe(Probe probe) {
      probe.lock();
      List<Object> held = Seen.held();
      probe.unlock();
      return held;
    }

    @Override
    public List<Object> door(Door door) {
      door.lock();
      List<Object> held = door.tryLock() ? Seen.held() : null;
      door.unlock();
      return held;
    }

    @Override
    public int subclass() {
      Counted counted = new Counted();
      counted.lock();
      int held = Seen.held().size();
      counted.unlock();
      return held;
    }

    @Override
    public Site site(ReentrantLock mine) {
      mine.lock();
      try {
        return Seen.newestSite();
      } finally {
        mine.unlock();
      }
    }

    @Override
    public void failing(ReentrantLock lock) {
      lock.lock();
      try {
        throw new IllegalStateException();
      } finally {
        lock.unlock();
      }
    }

    static class Counted extends ReentrantLock {
      private static final long serialVersionUID = 1;
      int count;

      @Override
      public void lock() {
        super.lock();
        count++;
      }
    }
  }
}
