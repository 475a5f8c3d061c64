package io.standstill.order;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All of an edge that the filters and the order of threads ask for: another one that is like it
 * says nothing new.
 *
 * @param from the lock that is held, or its class
 * @param to the lock that is taken, or its class
 * @param held all locks that are held, each with its mode
 */
record Likeness(
    Object from,
    Object to,
    boolean shared,
    boolean takenShared,
    boolean again,
    boolean fresh,
    long thread,
    int began,
    int step,
    Set<Object> held) {

  static Likeness of(Edge edge, Level level) {
    Set<Object> held = new HashSet<>();
    for (Hold hold : edge.by().held()) {
      held.add(List.of(keyOrLock(hold.lock(), level), hold.shared()));
    }
    return new Likeness(
        level.key(edge.from().lock()),
        level.key(edge.to().lock()),
        edge.from().shared(),
        edge.to().shared(),
        edge.by().again(),
        edge.isOfFresh(),
        edge.by().threadId(),
        edge.by().began(),
        edge.by().step(),
        held);
  }

  /**
   * The oldest edge that differs from a newer one in nothing but time; null if there is none.
   *
   * @param edges oldest first
   * @param newest is not among them yet
   */
  static Edge superfluous(List<Edge> edges, Edge newest) {
    Set<Likeness> newer = new HashSet<>(Set.of(of(newest, Level.INSTANCE).timeless()));
    Edge found = null;
    for (int i = edges.size() - 1; i >= 0; i--) {
      Edge edge = edges.get(i);
      found = newer.add(of(edge, Level.INSTANCE).timeless()) ? found : edge;
    }
    return found;
  }

  private Likeness timeless() {
    return new Likeness(from, to, shared, takenShared, again, fresh, thread, 0, 0, held);
  }

  private static Object keyOrLock(OrderedLock lock, Level level) {
    Object key = level.key(lock);
    return key == null ? lock : key;
  }
}
