package io.standstill.detect.deadlock;

import io.standstill.detect.waits.Situation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Circles that may be over soon, so that they are told only if they last: those that end by
 * themselves because a wait in them is timed, since short ones are how try-lock with back-off is
 * meant to work; those that rest on a guess; and those of pools that grow as more tasks come.
 */
final class Passing {
  private static final long SHORT_MILLIS = 1_000;
  private static final long PATIENCE_MILLIS = 3_000;

  private final LongSupplier nanos;
  private Map<Set<Long>, Long> firstSeen = new HashMap<>();

  /**
   * @param nanos steady time
   */
  Passing(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** True unless the circle is over in a moment, or might be for all that is known. */
  boolean isWorthTelling(Situation situation) {
    if (situation.isGuess() || situation.mayGrow()) {
      return ageMillis(firstSeen.get(situation.ids())) >= PATIENCE_MILLIS;
    } else if (!situation.isPassing()) {
      return true;
    }
    long left = situation.endsInMillis();
    return left >= SHORT_MILLIS
        || left < 0 && ageMillis(firstSeen.get(situation.ids())) >= SHORT_MILLIS;
  }

  private long ageMillis(Long since) {
    return since == null ? 0 : TimeUnit.NANOSECONDS.toMillis(nanos.getAsLong() - since);
  }

  /** Remembers the circles of this look, and forgets all others. */
  void keepOnly(List<Situation> situations) {
    Map<Set<Long>, Long> seenNow = new HashMap<>();
    for (Situation situation : situations) {
      if (situation.isPassing() || situation.isGuess() || situation.mayGrow()) {
        Set<Long> ids = situation.ids();
        seenNow.put(ids, firstSeen.getOrDefault(ids, nanos.getAsLong()));
      }
    }
    firstSeen = seenNow;
  }
}
