package verdicts.deadlock.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A home-made Lock that counts, and passes everything on to a ReentrantLock. */
@Verdict(threads = {"a", "b"})
public final class WrappedLocks implements Lock {
  private final Lock inner = new ReentrantLock();
  private int uses;

  @Override
  public void lock() {
    inner.lock();
    uses++;
  }

  @Override
  public void lockInterruptibly() throws InterruptedException {
    inner.lockInterruptibly();
    uses++;
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
    uses--;
    inner.unlock();
  }

  @Override
  public Condition newCondition() {
    return inner.newCondition();
  }

  public static void main(String[] args) {
    Lock left = new WrappedLocks();
    Lock right = new WrappedLocks();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left, right, meeting)),
        Stage.start("b", () -> cross(right, left, meeting)));
  }

  private static void cross(Lock first, Lock second, Meeting meeting) {
    first.lock();
    meeting.meet();
    second.lock();
  }
}
