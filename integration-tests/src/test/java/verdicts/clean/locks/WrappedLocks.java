package verdicts.clean.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Locks that wrap locks that wrap locks, taken again and again in one order, with conditions. */
@Clean
public final class WrappedLocks implements Lock {
  private static int turns;

  private final Lock inner;

  private WrappedLocks(Lock inner) {
    this.inner = inner;
  }

  @Override
  public void lock() {
    while (!tryLock()) {
      inner.lock();
      inner.unlock();
    }
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
    return inner.newCondition();
  }

  private static void takeTurns(Lock outer, Lock lock, Condition turn, int own)
      throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      lock.lock();
      try {
        while (turns % 2 != own) {
          turn.await();
        }
        turns++;
        turn.signalAll();
      } finally {
        lock.unlock();
      }
      outer.lockInterruptibly();
      lock.lock();
      lock.unlock();
      Stage.sleep(i % 100 == 0 ? 500 : 0);
      outer.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Lock outer = new WrappedLocks(new WrappedLocks(new ReentrantLock()));
    Lock lock = new WrappedLocks(new WrappedLocks(new ReentrantLock()));
    Condition turn = lock.newCondition();
    Stage.join(
        Stage.start("even", () -> takeTurns(outer, lock, turn, 0)),
        Stage.start("odd", () -> takeTurns(outer, lock, turn, 1)));
    System.out.println(turns);
  }
}
