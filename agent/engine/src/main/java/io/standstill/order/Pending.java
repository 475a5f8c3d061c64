package io.standstill.order;

import io.standstill.recorder.Observation;
import java.util.HashMap;
import java.util.Map;

/**
 * The acquisitions that have not succeeded yet. A thread that still waits may be part of a deadlock
 * that has come about, and then there is nothing to predict.
 */
final class Pending {
  private final Map<Integer, Observation> observations = new HashMap<>();

  void add(Observation observation) {
    if (observation.isPending()) {
      observations.put(observation.number(), observation);
    }
  }

  void keepOnlyPending() {
    observations.values().removeIf(observation -> !observation.isPending());
  }

  boolean has(Cycle cycle) {
    return cycle.edges().stream().anyMatch(edge -> observations.containsKey(edge.by().number()));
  }
}
