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

  /**
   * Adds a cycle; false if the oldest has to go for that, of too many that nobody has judged yet.
   */
  boolean add(Cycle cycle) {
    boolean full = cycles.size() >= MOST_CYCLES;
    if (full) {
      cycles.remove(0);
    }
    cycles.add(cycle);
    return !full;
  }
}
