package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The processor time of a look. */
@Timeout(60)
class BusyTimeTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final BusyTime time = new BusyTime();

  @Test
  void countsNoWaiting() {
    long start = System.nanoTime();
    time.pause(500 * MILLI);
    assertTrue(System.nanoTime() - start >= 500 * MILLI);
    assertTrue(time.nanos() < 400 * MILLI);
  }

  @Test
  void countsWork() {
    while (time.nanos() < 20 * MILLI) {
      Thread.onSpinWait();
    }
  }
}
