package shop;

import java.util.concurrent.CountDownLatch;

/** Two monitors that are taken in both orders. */
final class Crossed {
  private Crossed() {}

  static void run() {
    Object left = new Object();
    Object right = new Object();
    CountDownLatch both = new CountDownLatch(2);
    new Thread(() -> nest(left, right, both)).start();
    nest(right, left, both);
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
