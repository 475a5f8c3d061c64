package io.standstill.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Which lock was taken while which was held. Each new edge is followed until it comes back to where
 * it began; what the filters do not allow is not followed.
 *
 * <p>Bounded in the edges it keeps, in the length of cycles and in the steps of one search. Not
 * thread-safe.
 */
final class OrderGraph {
  /** The longest cycle that is searched for. */
  static final int LONGEST_CYCLE = 6;

  /** Of one pair of locks, so many edges are kept; they differ in thread, gates or time. */
  static final int MOST_OF_A_PAIR = 24;

  private static final int MOST_STEPS = 20_000;

  private final Level level;
  private final List<CycleFilter> filters;
  private final Map<Object, Map<Object, List<Edge>>> edges = new HashMap<>();
  private final Map<Likeness, Edge> known = new HashMap<>();
  private int size;
  private boolean gaveUp;

  OrderGraph(Level level, List<CycleFilter> filters) {
    this.level = level;
    this.filters = filters;
  }

  /**
   * Adds an edge. Of those that are alike only the newest is kept: whoever could have met an older
   * one was there already, and what comes later and could meet that can meet this.
   *
   * @param found told of every cycle that it closes
   */
  void add(Edge edge, Consumer<Cycle> found) {
    Object from = level.key(edge.from().lock());
    Object to = level.key(edge.to().lock());
    if (from == null || to == null || from.equals(to)) {
      return;
    }
    List<Edge> alike =
        edges
            .computeIfAbsent(from, unused -> new HashMap<>(2))
            .computeIfAbsent(to, unused -> new ArrayList<>(1));
    Edge older = known.get(Likeness.of(edge, level));
    if (older != null && !edge.isOfLocksOf(older)) {
      return; // Of its class only; the one that is there may be part of a hierarchy.
    } else if (older != null) {
      drop(older, alike);
    } else if (alike.size() >= MOST_OF_A_PAIR) {
      makeRoom(edge, alike);
    }
    keep(edge, alike);
    new Search(edge, found).run();
  }

  private void keep(Edge edge, List<Edge> alike) {
    known.put(Likeness.of(edge, level), edge);
    alike.add(edge);
    size++;
  }

  private void drop(Edge dropped, List<Edge> alike) {
    known.remove(Likeness.of(dropped, level));
    alike.removeIf(edge -> edge == dropped);
    size--;
  }

  /** Drops an edge that a newer one makes superfluous, or else the oldest. */
  private void makeRoom(Edge newest, List<Edge> alike) {
    Edge superfluous = Likeness.superfluous(alike, newest);
    gaveUp |= superfluous == null;
    drop(superfluous == null ? alike.get(0) : superfluous, alike);
  }

  /** How many edges are kept. */
  int size() {
    return size;
  }

  /** True if a search was too long to be finished, or an edge had to be dropped that was unlike. */
  boolean gaveUp() {
    return gaveUp;
  }

  /** All edges between the same two locks, or lock classes. */
  List<Edge> like(Edge edge) {
    return edges
        .getOrDefault(level.key(edge.from().lock()), Map.of())
        .getOrDefault(level.key(edge.to().lock()), List.of());
  }

  /** All that was taken, at once or by way of others, while this was held. */
  Set<Object> reachableFrom(Object start) {
    Set<Object> reached = new HashSet<>();
    List<Object> open = new ArrayList<>(List.of(start));
    while (!open.isEmpty()) {
      Object key = open.remove(open.size() - 1);
      for (Object next : edges.getOrDefault(key, Map.of()).keySet()) {
        if (reached.add(next)) {
          open.add(next);
        }
      }
    }
    return reached;
  }

  /** Forgets the edges of locks that are gone. */
  void sweep() {
    for (Map<Object, List<Edge>> out : edges.values()) {
      out.values().forEach(alike -> alike.removeIf(OrderGraph::isGone));
      out.values().removeIf(List::isEmpty);
    }
    edges.values().removeIf(Map::isEmpty);
    known.clear();
    size = 0;
    for (Map<Object, List<Edge>> out : edges.values()) {
      for (List<Edge> alike : out.values()) {
        size += alike.size();
        alike.forEach(edge -> known.put(Likeness.of(edge, level), edge));
      }
    }
  }

  private static boolean isGone(Edge edge) {
    return edge.from().lock().refersTo(null) || edge.to().lock().refersTo(null);
  }

  /** Goes on from one edge along all others, depth first. */
  private final class Search {
    private final Edge first;
    private final Object start;
    private final Consumer<Cycle> found;
    private final List<Edge> path = new ArrayList<>();
    private final Set<Object> passed = new HashSet<>();
    private int steps;

    Search(Edge first, Consumer<Cycle> found) {
      this.first = first;
      this.start = level.key(first.from().lock());
      this.found = found;
    }

    void run() {
      path.add(first);
      passed.add(start);
      follow(first);
      gaveUp |= steps >= MOST_STEPS;
    }

    private void follow(Edge last) {
      Object here = level.key(last.to().lock());
      if (here == null || !passed.add(here)) {
        return;
      }
      for (Map.Entry<Object, List<Edge>> out : edges.getOrDefault(here, Map.of()).entrySet()) {
        boolean closes = out.getKey().equals(start);
        if (!closes && (path.size() + 1 >= LONGEST_CYCLE || passed.contains(out.getKey()))) {
          continue;
        }
        for (Edge next : out.getValue()) {
          if (++steps < MOST_STEPS && fits(last, next)) {
            path.add(next);
            if (!closes) {
              follow(next);
            } else if (!(next.to().shared() && first.from().shared())) {
              found.accept(new Cycle(level, List.copyOf(path)));
            }
            path.remove(path.size() - 1);
          }
        }
      }
      passed.remove(here);
    }

    /** Somebody waits for what the next one holds, and all of them can be there at once. */
    private boolean fits(Edge last, Edge next) {
      if (last.to().shared() && next.from().shared()) {
        return false;
      }
      for (Edge edge : path) {
        for (CycleFilter filter : filters) {
          if (!filter.canBothBe(edge, next)) {
            return false;
          }
        }
      }
      return true;
    }
  }
}
