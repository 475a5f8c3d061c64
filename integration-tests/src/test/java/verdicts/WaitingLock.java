package verdicts;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A lock of an application's own making, built on wait and notify; not reentrant. */
public final class WaitingLock implements Lock {
  private boolean taken;

  @Override
  public synchronized void lock() {
    boolean interrupted = false;
    while (taken) {
      try {
        wait();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    taken = true;
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    synchronized (this) {
      while (taken) {
        wait();
      }
      taken = true;
    }
  }

  @Override
  public synchronized boolean tryLock() {
    boolean free = !taken;
    taken = true;
    return free;
  }

  @Override
  public synchronized boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(time);
    while (taken) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    taken = true;
    return true;
  }

  @Override
  public synchronized void unlock() {
    taken = false;
    notifyAll();
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException();
  }
}
