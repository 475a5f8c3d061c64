package shop;

import java.util.concurrent.CountDownLatch;

/** Two monitors that are taken in both orders. */
final class Crossed {
  private Crossed() {}

  /** Waits for two threads that wait for each other. */
  static void inMonitors() throws InterruptedException {
    Object left = new Object();
    Object right = new Object();
    CountDownLatch both = new CountDownLatch(2);
    Thread one = start("left first", () -> nest(left, right, both));
    Thread other = start("right first", () -> nest(right, left, both));
    one.join();
    other.join();
  }

  static Thread start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void nest(Object first, Object second, CountDownLatch both) {
    synchronized (first) {
      both.countDown();
      try {
        both.await();
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
      synchronized (second) {
        second.notifyAll();
      }
    }
  }
}
