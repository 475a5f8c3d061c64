package verdicts.clean.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A home-made Lock that must not be asked for its name, hash or equality. */
@Clean
public final class OddToString implements Lock {
  private final ReentrantLock inner = new ReentrantLock();

  @Override
  public void lock() {
    inner.lock();
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    inner.lockInterruptibly();
  }

  @Override
  public boolean tryLock() {
    return inner.tryLock();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
    return inner.tryLock(time, unit);
  }

  @Override
  public void unlock() {
    inner.unlock();
  }

  @Override
  public Condition newCondition() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String toString() {
    LockSupport.park(this);
    throw new IllegalStateException("asked for its name");
  }

  @Override
  public int hashCode() {
    throw new IllegalStateException("asked for its hash");
  }

  @Override
  public boolean equals(Object other) {
    throw new IllegalStateException("asked whether it equals");
  }

  public static void main(String[] args) throws Exception {
    Lock lock = new OddToString();
    Meeting meeting = new Meeting(2);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              lock.lock();
              meeting.meet();
              Stage.longPause();
              lock.unlock();
            });
    meeting.meet();
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              lock.lock();
              lock.unlock();
              System.out.println("passed");
            });
    Stage.join(holder, waiter);
  }
}
