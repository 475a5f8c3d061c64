package io.standstill.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How looks are spaced. */
class LookSpacingTest {
  private final LookSpacing spacing = new LookSpacing(Duration.ofMillis(500));

  private long pauseAfterLooksOf(int... millis) {
    for (int each : millis) {
      spacing.took(Duration.ofMillis(each).toNanos());
    }
    return Duration.ofNanos(spacing.pauseNanos()).toMillis();
  }

  @Test
  void keepsToTheIntervalWhileLooksAreCheap() {
    assertEquals(500, pauseAfterLooksOf());
    assertEquals(500, pauseAfterLooksOf(2, 3, 2));
  }

  @Test
  void makesDearLooksRarer() {
    assertEquals(2_500, pauseAfterLooksOf(100, 100));
  }

  @Test
  void forgivesASingleDearLook() {
    assertEquals(500, pauseAfterLooksOf(2, 800));
    assertEquals(500, pauseAfterLooksOf(2));
  }

  @Test
  void neverMakesLooksSoRareThatADeadlockGoesUntoldForLong() {
    assertEquals(5_000, pauseAfterLooksOf(900, 900));
  }

  @Test
  void keepsToALongIntervalThatTheUserAskedFor() {
    LookSpacing rare = new LookSpacing(Duration.ofMinutes(1));
    rare.took(1);
    rare.took(1);
    assertEquals(Duration.ofMinutes(1).toNanos(), rare.pauseNanos());
  }
}
