package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RationTest {
  private final Ration ration = new Ration(100, 2_000);

  @Test
  void allowsTheFirstTimeAtOnce() {
    assertTrue(ration.isDue(Long.MIN_VALUE));
  }

  @Test
  void pausesTwoHundredTimesAsLongAsTheWorkTook() {
    ration.took(nanos(1_000), nanos(5));

    assertFalse(ration.isDue(nanos(1_999)));
    assertTrue(ration.isDue(nanos(2_000)));
  }

  @Test
  void keepsToItsBounds() {
    ration.took(0, 0);
    assertFalse(ration.isDue(nanos(99)));
    assertTrue(ration.isDue(nanos(100)));

    ration.took(0, nanos(60_000));
    assertFalse(ration.isDue(nanos(1_999)));
    assertTrue(ration.isDue(nanos(2_000)));
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
