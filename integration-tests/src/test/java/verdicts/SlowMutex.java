package verdicts;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/**
 * Mutual exclusion by a queue of the JDK's, in which one thread can be made to take its time. It is
 * no {@code Lock}: no hook announces who takes it.
 */
public final class SlowMutex extends AbstractQueuedSynchronizer {
  private static final long serialVersionUID = 1;

  private final String slowThread;
  private volatile boolean slow;

  /**
   * A free one.
   *
   * @param slowThread name of the thread that can be made slow
   */
  public SlowMutex(String slowThread) {
    this.slowThread = slowThread;
  }

  /** Whether that thread goes on trying and does not get there. */
  public void beSlow(boolean now) {
    slow = now;
  }

  public void take() {
    acquire(1);
  }

  public void giveBack() {
    release(1);
  }

  @Override
  protected boolean tryAcquire(int unused) {
    while (slow && Thread.currentThread().getName().equals(slowThread)) {
      Thread.onSpinWait();
    }
    boolean taken = compareAndSetState(0, 1);
    if (taken) {
      setExclusiveOwnerThread(Thread.currentThread());
    }
    return taken;
  }

  @Override
  protected boolean tryRelease(int unused) {
    setExclusiveOwnerThread(null);
    setState(0);
    return true;
  }
}
