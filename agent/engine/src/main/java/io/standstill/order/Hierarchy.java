package io.standstill.order;

import java.util.List;

/**
 * Locks of two classes that are taken in turns all the way down, as folder, panel, folder, are a
 * hierarchy: their classes form a cycle, their instances a consistent order. Seen where what one
 * edge leads to is where another begins.
 */
final class Hierarchy {
  private final OrderGraph classes;

  Hierarchy(OrderGraph classes) {
    this.classes = classes;
  }

  /** True if instances of these classes were seen in a row. */
  boolean explains(Cycle cycle) {
    List<Edge> edges = cycle.edges();
    for (int i = 0; i < edges.size(); i++) {
      Edge edge = edges.get(i);
      Edge next = edges.get((i + 1) % edges.size());
      for (Edge one : classes.like(edge)) {
        for (Edge other : classes.like(next)) {
          if (one.to().lock() == other.from().lock()) {
            return true;
          }
        }
      }
    }
    return false;
  }
}
