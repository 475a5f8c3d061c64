package shop;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** Two static initialisers meet here before they need each other. */
final class Meeting {
  private static final CountDownLatch BOTH = new CountDownLatch(2);

  private Meeting() {}

  static Object then(Supplier<Object> next) {
    BOTH.countDown();
    try {
      BOTH.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return next.get();
  }
}
