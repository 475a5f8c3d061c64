package io.standstill.order;

import java.util.ArrayList;
import java.util.List;

/** Cycles that have one signature: they are told as one. */
final class Risk {
  private static final int MOST_CYCLES = 32;

  final Signature signature;
  final long sinceNanos = System.nanoTime();
  final List<Cycle> cycles = new ArrayList<>();

  Risk(Signature signature) {
    this.signature = signature;
  }

  /** Adds a cycle; false if there are too many, all of which nobody has judged yet. */
  boolean add(Cycle cycle) {
    return cycles.size() < MOST_CYCLES && cycles.add(cycle);
  }
}
