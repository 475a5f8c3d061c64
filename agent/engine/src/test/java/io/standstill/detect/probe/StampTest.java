package io.standstill.detect.probe;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StampTest {
  @Test
  void isLikeALaterOneAfterAnInterrupt() {
    assertTrue(stamp(Thread.State.WAITING, 5).isLike(stamp(Thread.State.WAITING, 6)));
  }

  @Test
  void differsFromAWaitThatTurnsOutToBeTimed() {
    assertFalse(stamp(Thread.State.WAITING, 5).isLike(stamp(Thread.State.TIMED_WAITING, 5)));
  }

  private static Subject.Stamp stamp(Thread.State state, long episodes) {
    return new Subject.Stamp(state, 3, episodes, 1, 0, true);
  }
}
