package io.standstill.release;

import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Tells by the methods that a class refers to whether its code takes things out of a queue and runs
 * tasks: then who is in the middle of it has the rest of the queue still before him, be the class
 * an executor or not.
 */
public final class QueueLoop {
  private static final Set<String> TAKES =
      Set.of("poll", "pollFirst", "pollLast", "remove", "removeFirst", "removeLast", "pop");

  /** What is known of a class; refers to no class, so that all can be unloaded. */
  private static final Map<Class<?>, Part> KNOWN = new WeakHashMap<>();

  private record Part(boolean takes, boolean runs) {}

  private QueueLoop() {}

  /**
   * True if these two do it together.
   *
   * @param owner class of the object that has the queue
   * @param runner class of what is run; the same, or nested in it
   */
  public static boolean isIn(Class<?> owner, Class<?> runner) {
    Part outer = of(owner);
    Part inner = of(runner);
    return (outer.takes || inner.takes) && (outer.runs || inner.runs);
  }

  private static Part of(Class<?> type) {
    synchronized (KNOWN) {
      return KNOWN.computeIfAbsent(type, QueueLoop::read);
    }
  }

  private static Part read(Class<?> type) {
    boolean takes = false;
    boolean runs = false;
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      for (ConstantPools.Member member : ConstantPools.members(c)) {
        takes |= isTake(member);
        runs |= isRun(member);
      }
    }
    return new Part(takes, runs);
  }

  private static boolean isTake(ConstantPools.Member member) {
    return !member.isField()
        && TAKES.contains(member.name())
        && member.descriptor().startsWith("()L")
        && (member.owner().endsWith("Queue")
            || member.owner().endsWith("Deque")
            || member.owner().equals("java.util.LinkedList"));
  }

  private static boolean isRun(ConstantPools.Member member) {
    return !member.isField()
        && member.owner().equals(Runnable.class.getName())
        && member.name().equals("run");
  }
}
