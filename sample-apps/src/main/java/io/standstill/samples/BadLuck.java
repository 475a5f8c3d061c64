package io.standstill.samples;

import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Makes the rare moment happen every time: nobody goes on before everybody has come. In production
 * this part is played by load, a slow disk, or the garbage collector.
 */
public final class BadLuck {
  private final CountDownLatch missing;

  private BadLuck(int threads) {
    missing = new CountDownLatch(threads);
  }

  /** Bad luck for so many threads; none at all if the program was started with {@code --clean}. */
  public static BadLuck among(int threads, String... arguments) {
    return new BadLuck(clean(arguments) ? 0 : threads);
  }

  /** Whether the program was asked to do its work the right way. */
  public static boolean clean(String... arguments) {
    return List.of(arguments).contains("--clean");
  }

  /** Waits until all have come here. */
  public void strikes() {
    missing.countDown();
    try {
      missing.await();
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }
}
