package verdicts;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;

/** A lock of an application's own making: tries, and parks until it may try again. */
public final class ParkingLock implements Lock {
  private final AtomicBoolean taken = new AtomicBoolean();
  private final Queue<Thread> waiters = new ConcurrentLinkedQueue<>();

  @Override
  public void lock() {
    Thread self = Thread.currentThread();
    waiters.add(self);
    while (!tryLock()) {
      LockSupport.park(this);
    }
    waiters.remove(self);
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    Thread self = Thread.currentThread();
    waiters.add(self);
    try {
      while (!tryLock()) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
    } finally {
      waiters.remove(self);
    }
  }

  @Override
  public boolean tryLock() {
    return taken.compareAndSet(false, true);
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void unlock() {
    taken.set(false);
    Thread next = waiters.peek();
    if (next != null) {
      LockSupport.unpark(next);
    }
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException();
  }
}
