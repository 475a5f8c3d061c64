package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
}
