package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SteadyTimeTest {
  private long clock = TimeUnit.DAYS.toNanos(1);
  private final SteadyTime time = new SteadyTime(() -> clock);

  @Test
  void goesWithTheClockWhileTheWatchIsAwake() {
    for (int i = 0; i < 50; i++) {
      pass(100);
    }
    assertEquals(5_000, millis());
  }

  @Test
  void countsASecondAtMostOfATimeInWhichTheProcessWasStopped() {
    pass(100);
    pass(3_600_000);
    assertEquals(1_100, millis());
    pass(100);
    assertEquals(1_200, millis());
  }

  private void pass(long millis) {
    clock += TimeUnit.MILLISECONDS.toNanos(millis);
    time.advance();
  }

  private long millis() {
    return TimeUnit.NANOSECONDS.toMillis(time.nanos());
  }
}
