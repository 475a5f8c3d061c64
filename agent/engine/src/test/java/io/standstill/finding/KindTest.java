package io.standstill.finding;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which kind says more about a thread than which other one. */
class KindTest {
  @Test
  void whatCanNeverGoOnExplainsWhatIsSlow() {
    assertTrue(Kind.POOL_DEADLOCK.explains(Kind.STALL));
    assertTrue(Kind.CLASS_INIT_DEADLOCK.explains(Kind.POOL_STARVATION));
    assertTrue(Kind.STALL.explains(Kind.LOCK_STARVATION));
    assertTrue(Kind.LONG_HOLD.explains(Kind.POOL_STARVATION));
    assertFalse(Kind.POOL_STARVATION.explains(Kind.LONG_HOLD));
    assertFalse(Kind.LONG_HOLD.explains(Kind.STALL));
  }

  @ParameterizedTest
  @EnumSource
  void noKindExplainsItsOwn(Kind kind) {
    assertFalse(kind.explains(kind));
  }

  @ParameterizedTest
  @EnumSource
  void aPredictionExplainsNothing(Kind kind) {
    assertFalse(Kind.LOCK_ORDER.explains(kind));
    assertFalse(Kind.POOL_SELF_WAIT.explains(kind));
  }
}
