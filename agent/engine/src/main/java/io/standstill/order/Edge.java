package io.standstill.order;

import java.util.ArrayList;
import java.util.List;

/**
 * One lock was taken while another was held.
 *
 * @param from what was held
 * @param to what was taken
 * @param by when, and by whom
 */
record Edge(Hold from, Hold to, Acquisition by) {

  /** True if nobody else may have known one of the locks yet. */
  boolean isOfFresh() {
    return from.fresh() || to.fresh();
  }

  /** True if both are between the same two instances. */
  boolean isOfLocksOf(Edge other) {
    return from.lock() == other.from.lock() && to.lock() == other.to.lock();
  }

  /**
   * An edge from everything that was held, but for locks of the application's own making: these
   * have rules of their own, and may let go by themselves. They still count as gates.
   */
  static List<Edge> of(Acquisition acquisition) {
    List<Edge> edges = new ArrayList<>();
    for (Hold held : acquisition.held()) {
      if (!held.lock().isForeign()) {
        edges.add(new Edge(held, acquisition.taken(), acquisition));
      }
    }
    return edges;
  }
}
