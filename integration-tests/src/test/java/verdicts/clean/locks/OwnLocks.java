package verdicts.clean.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import verdicts.Clean;
import verdicts.ParkingLock;
import verdicts.Stage;
import verdicts.WaitingLock;

/** Locks of an application's own making, in one order, with slow holders, time-outs, interrupts. */
@Clean
public final class OwnLocks {
  private static int count;

  private static void work(Lock outer, Lock inner) throws InterruptedException {
    for (int i = 0; i < 200; i++) {
      outer.lock();
      try {
        inner.lock();
        try {
          count++;
          Stage.sleep(i % 50 == 0 ? 200 : 0);
        } finally {
          inner.unlock();
        }
      } finally {
        outer.unlock();
      }
    }
  }

  /**
   * What it has given up waiting for it waits for no longer, though it waits for something else.
   */
  private static void giveUpThenWait(Lock taken, Lock next) throws InterruptedException {
    if (taken.tryLock(10, TimeUnit.MILLISECONDS)) {
      throw new IllegalStateException("was taken");
    }
    Thread.currentThread().interrupt();
    try {
      taken.lockInterruptibly();
    } catch (InterruptedException expected) {
      next.lock();
      next.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Lock waiting = new WaitingLock();
    Lock parking = new ParkingLock();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Stage.start("worker-" + i, () -> work(waiting, parking));
    }
    Stage.join(threads);

    Lock first = new WaitingLock();
    Lock second = new WaitingLock();
    first.lock();
    second.lock();
    Thread patient = Stage.start("patient", () -> giveUpThenWait(first, second));
    Stage.awaitRest(patient);
    Stage.longPause();
    second.unlock();
    patient.join();
    first.unlock();
    System.out.println(count);
  }
}
