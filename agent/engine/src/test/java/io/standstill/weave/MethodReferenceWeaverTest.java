package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.recorder.Site;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Method references to locks and semaphores. */
class MethodReferenceWeaverTest {
  private final References references =
      FixtureLoader.woven(ReferenceFixture.class, References.class);
  private final ReentrantLock lock = new ReentrantLock();

  @AfterEach
  void nothingIsLeft() {
    assertTrue(Seen.held().isEmpty());
    assertFalse(lock.isLocked());
  }

  @Test
  void seesABoundReference() {
    assertEquals(List.of(lock), references.bound(lock));
  }

  @Test
  void seesAnUnboundReference() {
    assertEquals(List.of(lock), references.unbound(lock));
  }

  @Test
  void seesReferencesThatReturnBooleans() throws Exception {
    assertEquals(List.of(lock, lock, lock), references.tryLock(lock));
  }

  @Test
  void seesReferencesThatThrow() throws Exception {
    assertEquals(List.of(lock), references.interruptibly(lock));
  }

  @Test
  void seesReadLocks() {
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    assertEquals(List.of(both.readLock()), references.readLock(both));
  }

  @Test
  void seesSemaphores() throws Exception {
    Semaphore semaphore = new Semaphore(4);
    assertEquals(
        List.of(semaphore, semaphore, semaphore, semaphore), references.semaphore(semaphore));
    assertEquals(4, semaphore.availablePermits());
  }

  @Test
  void namesTheSite() {
    Site site = references.site(lock);
    assertEquals("site", site.method());
    assertEquals("mine", site.lockName());
    assertEquals(Site.Kind.LOCK, site.kind());
  }

  @Test
  void stillRefusesANullReceiver() {
    assertThrows(NullPointerException.class, () -> references.bound(null));
  }

  @Test
  void leavesSerializableReferencesAlone() {
    assertEquals(List.of(), references.serializable(lock));
  }

  /** A functional interface whose method may throw. */
  public interface Action {
    void run() throws Exception;
  }

  /** A functional interface that makes lambdas serializable. */
  public interface SerializableAction extends Serializable {
    void run();
  }

  public interface References {
    List<Object> bound(Lock lock);

    List<Object> unbound(ReentrantLock lock);

    List<Object> tryLock(ReentrantLock lock) throws Exception;

    List<Object> interruptibly(ReentrantLock lock) throws Exception;

    List<Object> readLock(ReentrantReadWriteLock lock);

    List<Object> semaphore(Semaphore semaphore) throws Exception;

    Site site(ReentrantLock mine);

    List<Object> serializable(ReentrantLock lock);
  }

  static class ReferenceFixture implements References {
    @Override
    public List<Object> bound(Lock lock) {
      Runnable enter = lock::lock;
      Runnable exit = lock::unlock;
      enter.run();
      List<Object> held = Seen.held();
      exit.run();
      return held;
    }

    @Override
    public List<Object> unbound(ReentrantLock lock) {
      Consumer<ReentrantLock> enter = ReentrantLock::lock;
      Consumer<Lock> exit = Lock::unlock;
      enter.accept(lock);
      List<Object> held = Seen.held();
      exit.accept(lock);
      return held;
    }

    @Override
    public List<Object> tryLock(ReentrantLock lock) throws Exception {
      BooleanSupplier plain = lock::tryLock;
      Callable<Boolean> boxed = lock::tryLock;
      Predicate<Lock> unbound = Lock::tryLock;
      boolean all = plain.getAsBoolean() && boxed.call() && unbound.test(lock);
      List<Object> held = all ? Seen.held() : null;
      Function<Integer, Runnable> exits = times -> lock::unlock;
      for (int i = 0; i < 3; i++) {
        exits.apply(i).run();
      }
      return held;
    }

    @Override
    public List<Object> interruptibly(ReentrantLock lock) throws Exception {
      Action enter = lock::lockInterruptibly;
      enter.run();
      List<Object> held = Seen.held();
      lock.unlock();
      return held;
    }

    @Override
    public List<Object> readLock(ReentrantReadWriteLock lock) {
      Runnable enter = lock.readLock()::lock;
      enter.run();
      List<Object> held = Seen.held();
      lock.readLock().unlock();
      return held;
    }

    @Override
    public List<Object> semaphore(Semaphore semaphore) throws Exception {
      Action enter = semaphore::acquire;
      Runnable uninterruptibly = semaphore::acquireUninterruptibly;
      BooleanSupplier tried = semaphore::tryAcquire;
      Predicate<Semaphore> unbound = Semaphore::tryAcquire;
      enter.run();
      uninterruptibly.run();
      List<Object> held = tried.getAsBoolean() && unbound.test(semaphore) ? Seen.held() : null;
      Runnable exit = semaphore::release;
      Consumer<Semaphore> unboundExit = Semaphore::release;
      exit.run();
      exit.run();
      unboundExit.accept(semaphore);
      unboundExit.accept(semaphore);
      return held;
    }

    @Override
    public Site site(ReentrantLock mine) {
      Runnable enter = mine::lock;
      enter.run();
      Site site = Seen.newestSite();
      mine.unlock();
      return site;
    }

    @Override
    public List<Object> serializable(ReentrantLock lock) {
      SerializableAction enter = lock::lock;
      enter.run();
      List<Object> held = Seen.held();
      lock.unlock();
      return held;
    }
  }
}
