package verdicts.clean.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A lock of an application's own making that is lost after some time: then the circle ends. */
@Clean
public final class LeasedLock implements Lock {
  private static final long LEASE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private boolean taken;
  private long end;

  @Override
  public synchronized void lock() {
    try {
      for (long left = left(); left > 0; left = left()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
      taken = true;
      end = System.nanoTime() + LEASE_NANOS;
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private long left() {
    return taken ? end - System.nanoTime() : 0;
  }

  @Override
  public void lockInterruptibly() {
    lock();
  }

  @Override
  public boolean tryLock() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean tryLock(long time, TimeUnit unit) {
    throw new UnsupportedOperationException();
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

  public static void main(String[] args) throws Exception {
    Lock leased = new LeasedLock();
    Lock lock = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread loser =
        Stage.start(
            "loser",
            () -> {
              leased.lock();
              meeting.meet();
              lock.lock();
              lock.unlock();
            });
    Thread heir =
        Stage.start(
            "heir",
            () -> {
              lock.lock();
              meeting.meet();
              leased.lock();
              lock.unlock();
              leased.unlock();
            });
    Stage.join(loser, heir);
    System.out.println("inherited");
  }
}
