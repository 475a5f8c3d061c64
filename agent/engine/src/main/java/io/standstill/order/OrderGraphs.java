package io.standstill.order;

import java.util.List;
import java.util.function.Consumer;

/**
 * The graph in both resolutions: of lock instances, and of lock classes. Bounded in the edges of
 * both together; those between locks that are gone are dropped first, those between classes stay.
 * Not thread-safe.
 */
final class OrderGraphs {
  /**
   * To drop what is gone all edges are gone through. Where most locks live for long that frees
   * little, so it is done once in limit / 10 acquisitions.
   */
  private static final int SWEEP_SHARE = 10;

  private final int limit;
  private final OrderedLocks locks;
  private final Curiosity curiosity;
  private final OrderGraph instances =
      new OrderGraph(Level.INSTANCE, List.of(new SameThread(), new GateLock(Level.INSTANCE)));
  private final OrderGraph classes =
      new OrderGraph(Level.LOCK_CLASS, List.of(new SameThread(), new GateLock(Level.LOCK_CLASS)));
  private boolean overflowed;
  private int acquisitionsUntilSweep;

  /**
   * @param limit how many edges are kept
   * @param curiosity hears of what should be looked at more closely
   */
  OrderGraphs(int limit, OrderedLocks locks, Curiosity curiosity) {
    this.limit = limit;
    this.locks = locks;
    this.curiosity = curiosity;
  }

  /**
   * Adds the edges of an acquisition.
   *
   * @param found told of every cycle that they close
   */
  void add(Acquisition acquisition, Consumer<Cycle> found) {
    acquisitionsUntilSweep = Math.max(0, acquisitionsUntilSweep - 1);
    if (isFull() && acquisitionsUntilSweep == 0) {
      locks.sweep();
      instances.sweep();
      acquisitionsUntilSweep = limit / SWEEP_SHARE;
    }
    if (isFull()) {
      overflowed = true;
      return;
    }
    for (Edge edge : Edge.of(acquisition)) {
      instances.add(edge, found);
      classes.add(edge, found);
      if (isInCircleOfClasses(edge)) {
        curiosity.about(acquisition.chain());
      }
    }
  }

  private boolean isFull() {
    return instances.size() + classes.size() >= limit;
  }

  private boolean isInCircleOfClasses(Edge edge) {
    Object from = Level.LOCK_CLASS.key(edge.from().lock());
    Object to = Level.LOCK_CLASS.key(edge.to().lock());
    return from != null
        && to != null
        && (from.equals(to) || classes.reachableFrom(to).contains(from));
  }

  OrderGraph ofClasses() {
    return classes;
  }

  /** True if an edge was left out, or a search was not finished. */
  boolean areIncomplete() {
    return overflowed || instances.gaveUp() || classes.gaveUp();
  }
}
