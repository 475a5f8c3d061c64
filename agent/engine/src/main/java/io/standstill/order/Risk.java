package io.standstill.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Cycles that have one signature: they are told as one. */
final class Risk {
  private static final int MOST_CYCLES = 32;

  final String signature;
  final long sinceNanos = System.nanoTime();
  final List<Cycle> cycles = new ArrayList<>();

  Risk(String signature) {
    this.signature = signature;
  }

  /** Adds a cycle; false if there are too many, all of which nobody has judged yet. */
  boolean add(Cycle cycle) {
    return cycles.size() < MOST_CYCLES && cycles.add(cycle);
  }

  /** The locks of a cycle, by class where that is known: told once, they are told for good. */
  static Set<Object> locks(Cycle cycle) {
    Set<Object> locks = new HashSet<>();
    for (Edge edge : cycle.edges()) {
      OrderedLock lock = edge.from().lock();
      locks.add(lock.lockClass() == null ? lock : lock.lockClass());
    }
    return locks;
  }
}
