package io.standstill.pool;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Which objects are parts of a queue or an executor of which nothing is known: told from how its
 * class and theirs are called.
 */
final class QueueParts {
  /** What the names of a queue's nodes add to its own, if they are not nested in its class. */
  private static final Set<String> NODES = Set.of("Core", "Node", "Segment", "Chunk", "Cell");

  private final Class<?> owner;

  /** The classes of queues that are no collections: their nodes are called like them. */
  private final Set<String> queueNames = new HashSet<>();

  QueueParts(Class<?> owner) {
    this.owner = owner;
  }

  /** The class of a queue inside, by name: its nodes are parts too. */
  void addQueue(String className) {
    queueNames.add(className);
  }

  /** True for what may have tasks in it: arrays, collections and nodes, and what the JDK has. */
  boolean contain(Object object) {
    Class<?> type = object.getClass();
    return type.isArray()
        || type.getClassLoader() == null
        || object instanceof Collection
        || isNested(type.getName())
        || isNodeOfQueue(type.getName());
  }

  /** True for what is nested in the owner's class, and for an array of such or of any tasks. */
  boolean isStore(Class<?> type) {
    Class<?> element = type.isArray() ? type.getComponentType() : type;
    return isNested(element.getName())
        || type.isArray() && element.isAssignableFrom(Runnable.class);
  }

  /** True for the name of a class that is nested in that of the owner. */
  boolean isNested(String name) {
    for (Class<?> c = owner; c.getClassLoader() != null; c = c.getSuperclass()) {
      if (isInside(c.getName(), name)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNodeOfQueue(String name) {
    return queueNames.stream()
        .filter(name::startsWith)
        .anyMatch(queue -> NODES.contains(name.substring(queue.length())) || isInside(queue, name));
  }

  private static boolean isInside(String type, String name) {
    return name.startsWith(type + "$");
  }
}
