package io.standstill.order;

import io.standstill.finding.Finding;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The locks of deadlocks that have come about and were told, by identity. Not thread-safe. */
final class KnownDeadlocks {
  private static final int MOST = 100;

  private final Map<String, Set<String>> locks = new LinkedHashMap<>();

  void heard(Finding finding) {
    if (!finding.kind().isDeadlock() || locks.size() >= MOST) {
      return;
    }
    Set<String> identities = locks.computeIfAbsent(finding.id(), unused -> new HashSet<>());
    for (StuckThread thread : finding.threads()) {
      note(thread.waitsFor(), identities);
      thread.holds().forEach(held -> note(held, identities));
    }
  }

  private static void note(LockUse use, Set<String> identities) {
    if (use != null && use.identity() != null) {
      identities.add(use.identity());
    }
  }

  boolean have(Cycle cycle) {
    return locks.values().stream()
        .anyMatch(
            told ->
                cycle.edges().stream()
                    .allMatch(edge -> told.stream().anyMatch(edge.from().lock()::isKnownAs)));
  }
}
