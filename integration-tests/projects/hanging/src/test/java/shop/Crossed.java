package shop;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Two locks that are taken in both orders. */
final class Crossed {
  private final Lock left = new ReentrantLock();
  private final Lock right = new ReentrantLock();
  private final CountDownLatch bothHold = new CountDownLatch(2);

  void leftFirst() {
    take(left, right);
  }

  void rightFirst() {
    take(right, left);
  }

  private void take(Lock first, Lock second) {
    first.lock();
    try {
      meet();
      second.lockInterruptibly();
      second.unlock();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    } finally {
      first.unlock();
    }
  }

  private void meet() throws InterruptedException {
    bothHold.countDown();
    bothHold.await();
  }

  /** Lets two other threads get stuck in monitors. */
  static Thread[] inMonitors() {
    return inMonitorsAfter(new CountDownLatch(0));
  }

  /** The same, once a latch is open. */
  static Thread[] inMonitorsAfter(CountDownLatch start) {
    Object left = new Object();
    Object right = new Object();
    CountDownLatch bothHold = new CountDownLatch(2);
    return new Thread[] {
      start(() -> nestAfter(start, left, right, bothHold)),
      start(() -> nestAfter(start, right, left, bothHold))
    };
  }

  private static void nestAfter(
      CountDownLatch start, Object first, Object second, CountDownLatch bothHold) {
    try {
      start.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    nest(first, second, bothHold);
  }

  static void nest(Object first, Object second, CountDownLatch bothHold) {
    synchronized (first) {
      bothHold.countDown();
      try {
        bothHold.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      synchronized (second) {
        second.notifyAll();
      }
    }
  }

  static Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
