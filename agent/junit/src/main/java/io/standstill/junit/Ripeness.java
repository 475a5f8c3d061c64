package io.standstill.junit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** For how long findings have lasted, and whether that is enough. Not thread-safe. */
final class Ripeness {
  private static final int UNSURE_FACTOR = 3;

  private final Map<String, Long> firstSeen = new HashMap<>();

  /** These last now; the others are over. */
  void look(List<Finding> active) {
    firstSeen.keySet().retainAll(active.stream().map(Finding::id).toList());
    active.forEach(finding -> firstSeen.putIfAbsent(finding.id(), System.nanoTime()));
  }

  /** Whether this step may be failed for this finding, which was there at the last look. */
  boolean isRipe(Finding finding, Scope scope) {
    long quiet = scope.settings().quiet().toMillis();
    long lasted = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - firstSeen.get(finding.id()));
    return finding.isCertain()
        ? lasted >= quiet
        : lasted >= UNSURE_FACTOR * quiet && scope.standsStill(UNSURE_FACTOR * quiet);
  }
}
