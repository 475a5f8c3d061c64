package io.standstill.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known now: the situations that last, and how many of each kind there were. Thread-safe;
 * its lock is held only for a copy.
 */
public final class FindingBoard implements FindingListener {
  private final Map<String, Finding> active = new LinkedHashMap<>();

  /** When each of them was first told. */
  private final Map<String, Instant> since = new HashMap<>();

  private final Map<String, Finding> predicted = new LinkedHashMap<>();
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  @Override
  public synchronized void on(Finding finding) {
    if (finding.kind().isPrediction()) {
      if (predicted.put(finding.id(), finding) == null) {
        counts.merge(finding.kind(), 1L, Long::sum);
      }
    } else if (finding.resolvedAfterMillis() != null) {
      active.remove(finding.id());
      since.remove(finding.id());
    } else {
      if (active.put(finding.id(), finding) == null) {
        since.put(finding.id(), finding.time());
        counts.merge(finding.kind(), 1L, Long::sum);
      }
    }
  }

  /** The situations that last, oldest first, each as it was last told. */
  public synchronized List<Finding> active() {
    return new ArrayList<>(active.values());
  }

  /** When a situation was told for the first time. */
  public synchronized Instant since(Finding finding) {
    return since.getOrDefault(finding.id(), finding.time());
  }

  /** The predictions of a kind, oldest first. They neither last nor end. */
  public synchronized List<Finding> predicted(Kind kind) {
    return predicted.values().stream().filter(finding -> finding.kind() == kind).toList();
  }

  /**
   * How many situations of each kind were found since the start, ended ones included. Lock orders
   * are counted apart.
   */
  public synchronized Map<Kind, Long> counts() {
    Map<Kind, Long> all = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      if (kind != Kind.LOCK_ORDER) {
        all.put(kind, counts.getOrDefault(kind, 0L));
      }
    }
    return all;
  }

  /**
   * False while a {@code certain} or {@code likely} situation lasts that does not end by itself. A
   * long wait for a lock does not count: its holder may let go at any moment.
   */
  public synchronized boolean healthy() {
    return active.values().stream()
        .filter(f -> f.certainty() != Certainty.POSSIBLE && !f.kind().isLongWait())
        .noneMatch(f -> f.endsInMillis() == null);
  }
}
