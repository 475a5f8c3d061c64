package shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two locks that are taken in both orders; an interrupt helps. */
final class Crossed {
  private final Lock left = new ReentrantLock();
  private final Lock right = new ReentrantLock();
  private final CountDownLatch bothHold = new CountDownLatch(2);

  /** Gets stuck with a thread of its own. */
  static void hang() throws InterruptedException {
    Crossed locks = new Crossed();
    Thread other = new Thread(locks::rightFirst, "other");
    other.setDaemon(true);
    other.start();
    locks.take(locks.left, locks.right);
  }

  /** The same, and minds no interrupt. */
  static void hangAndGoOn() {
    try {
      hang();
    } catch (InterruptedException swallowed) {
      System.out.println("went on");
    }
  }

  private void rightFirst() {
    try {
      take(right, left);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private void take(Lock first, Lock second) throws InterruptedException {
    first.lock();
    try {
      bothHold.countDown();
      bothHold.await();
      second.lockInterruptibly();
      second.unlock();
    } finally {
      first.unlock();
    }
  }
}
