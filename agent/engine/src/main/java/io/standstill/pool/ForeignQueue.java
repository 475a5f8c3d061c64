package io.standstill.pool;

import io.standstill.release.Links;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;

/**
 * Reads a queue of a class of which nothing is known: the tasks to which it leads by way of its
 * fields, of arrays, collections and classes of the JDK, and of nodes, which are nested in its own
 * class. What else it refers to is none of its content. Nothing is called, so it needs no lock; who
 * takes from such a queue does not move while it counts.
 */
final class ForeignQueue {
  /** A queue that leads to more objects is not read to the end. */
  private static final int MOST_OBJECTS = 10_000;

  private ForeignQueue() {}

  static TaskQueue read(Object queue) {
    Links links = new Links(false);
    List<Object> tasks = new ArrayList<>();
    Map<Object, Boolean> seen = new IdentityHashMap<>();
    Deque<Object> open = new ArrayDeque<>();
    seen.put(queue, true);
    open.add(queue);
    while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
      for (Object value : links.of(open.remove())) {
        if (value != null && seen.put(value, true) == null) {
          if (isTask(value)) {
            tasks.add(value);
          } else if (isPart(value, queue) && !links.isClosed(value)) {
            open.add(value);
          }
        }
      }
    }
    return new TaskQueue(tasks, open.isEmpty(), false);
  }

  private static boolean isPart(Object object, Object queue) {
    Class<?> type = object.getClass();
    return type.isArray()
        || type.getClassLoader() == null
        || object instanceof Collection
        || isNested(type.getName(), queue.getClass());
  }

  private static boolean isNested(String name, Class<?> queue) {
    for (Class<?> c = queue; c.getClassLoader() != null; c = c.getSuperclass()) {
      if (name.startsWith(c.getName() + "$")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTask(Object object) {
    return object instanceof Runnable && !(object instanceof Thread)
        || object instanceof Callable
        || object instanceof Future;
  }
}
