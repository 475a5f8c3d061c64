package io.standstill.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The results of some rounds; within a round the legs take turns in being first. */
final class Rounds {
  private final Map<Leg, List<Double>> results = new EnumMap<>(Leg.class);

  /** The runs of one round. */
  enum Leg {
    OFF,
    ON,
    OFF_AGAIN;

    boolean withAgent() {
      return this == ON;
    }
  }

  /** Measures once, in a fresh process. */
  interface Measurement {
    double run(boolean withAgent) throws Exception;
  }

  Rounds() {
    for (Leg leg : Leg.values()) {
      results.put(leg, new ArrayList<>());
    }
  }

  static Rounds of(int rounds, Measurement measurement) throws Exception {
    Rounds all = new Rounds();
    for (int round = 0; round < rounds; round++) {
      for (Leg leg : order(round)) {
        all.add(leg, measurement.run(leg.withAgent()));
      }
    }
    return all;
  }

  static List<Leg> order(int round) {
    List<Leg> order = new ArrayList<>(List.of(Leg.values()));
    Collections.rotate(order, round);
    return order;
  }

  void add(Leg leg, double result) {
    results.get(leg).add(result);
  }

  double median(Leg leg) {
    List<Double> sorted = new ArrayList<>(results.get(leg));
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** How a leg compares with {@link Leg#OFF} of the same round. */
  PairedRatio ratio(Leg leg) {
    return PairedRatio.of(results.get(leg), results.get(Leg.OFF));
  }
}
