package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What an annotation may say. */
class SettingsTest {
  @DetectDeadlocks(quietMillis = -1)
  private static final class Backwards {}

  @DetectDeadlocks(quietMillis = Long.MAX_VALUE)
  private static final class Never {}

  @DetectDeadlocks(quietMillis = 0)
  private static final class AtOnce {}

  private static Settings of(Class<?> annotated) {
    return Settings.of(annotated.getAnnotation(DetectDeadlocks.class));
  }

  private static String refusal(Class<?> annotated) {
    return assertThrows(IllegalArgumentException.class, () -> of(annotated)).getMessage();
  }

  @Test
  void refusesTimesThatMakeNoSense() {
    String words = "@DetectDeadlocks(quietMillis = -1): it must be 0 to 86400000";
    assertEquals(words, refusal(Backwards.class));
    assertEquals(words.replace("-1", "" + Long.MAX_VALUE), refusal(Never.class));
    assertEquals(Duration.ZERO, of(AtOnce.class).quiet());
    assertEquals(TimeUnit.SECONDS.toMillis(1), Settings.DEFAULT.quiet().toMillis());
  }

  @DetectDeadlocks(kinds = {FindingKind.DEADLOCK, FindingKind.LOCK_ORDER})
  private static final class Foreseen {}

  @DetectDeadlocks(kinds = FindingKind.POOL_SELF_WAIT)
  private static final class Spared {}

  @Test
  void refusesWhatNothingStandsStillFor() {
    String words =
        "no thread stands still for FindingKind.LOCK_ORDER, which is a prediction: "
            + "use the configuration parameter io.standstill.junit.lock-order=fail";
    assertEquals(words, refusal(Foreseen.class));
    assertTrue(refusal(Spared.class).contains("read the agent's log"));
    assertEquals(words, awaiting(FindingKind.LOCK_ORDER));
  }

  private static String awaiting(FindingKind kind) {
    return assertThrows(IllegalArgumentException.class, () -> Standstill.await(kind, Duration.ZERO))
        .getMessage();
  }
}
