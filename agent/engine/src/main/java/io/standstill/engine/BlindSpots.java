package io.standstill.engine;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What looks do not look for. It is a problem once it has lasted for as long as the waits that are
 * missed have to: an application may have many threads for a moment. Not thread-safe.
 */
final class BlindSpots {
  private static final long LASTING_NANOS = Duration.ofSeconds(10).toNanos();

  private final LongSupplier nanos;
  private final Consumer<String> problem;
  private final Map<String, Long> since = new HashMap<>();

  /**
   * @param nanos steady time
   * @param problem told of each that lasts, with every look
   */
  BlindSpots(LongSupplier nanos, Consumer<String> problem) {
    this.nanos = nanos;
    this.problem = problem;
  }

  /** After each look: those of this look, in a sentence each. */
  void are(List<String> spots) {
    since.keySet().retainAll(spots);
    long now = nanos.getAsLong();
    for (String spot : spots) {
      if (now - since.computeIfAbsent(spot, unused -> now) >= LASTING_NANOS) {
        problem.accept(spot);
      }
    }
  }
}
