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

  private static Object keyOrLock(OrderedLock lock, Level level) {
    Object key = level.key(lock);
    return key == null ? lock : key;
  }
}
