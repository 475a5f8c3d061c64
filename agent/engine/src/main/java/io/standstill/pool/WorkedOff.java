package io.standstill.pool;

import io.standstill.jvm.Threads;
import io.standstill.release.Links;
import io.standstill.release.QueueLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Finds the queue that a thread is working off, one task after the other, by what it runs: an
 * executor that is a task itself, or a queue that is no executor by its class. Libraries keep tasks
 * in order by such queues, on whatever thread of a pool. Serves one look.
 */
final class WorkedOff {
  private final Links links;

  WorkedOff(Links links) {
    this.links = links;
  }

  /**
   * The owner of the queue, or null. It must be what the thread runs or the class in which that is
   * nested, have code that takes tasks from a queue and runs them, and be in the middle of running
   * one: else some other thread may come and do that.
   *
   * @param start what the thread runs
   */
  Object by(Thread thread, Object start) {
    Object whole = wholeOf(start);
    if (whole != null && isWorkedOff(whole, thread, start)) {
      return whole;
    }
    boolean itself = start instanceof Executor || isCalledQueue(start);
    return itself && isWorkedOff(start, thread, start) ? start : null;
  }

  private static boolean isWorkedOff(Object owner, Thread thread, Object start) {
    return QueueLoop.isIn(owner.getClass(), start.getClass())
        && runsOne(owner, Threads.stack(thread));
  }

  /** The queue of which this is a part, or null: what has more at hand may be made for anything. */
  private Object wholeOf(Object start) {
    List<Object> near = links.of(start);
    Object only = near.size() == 1 ? near.get(0) : null;
    return only != null && isNested(start, only) && isCalledQueue(only) ? only : null;
  }

  /** Others may have a queue at hand that a thread of another kind works off. */
  private static boolean isCalledQueue(Object owner) {
    return !(owner instanceof Executor)
        && classesOf(owner).stream().anyMatch(name -> name.endsWith("Queue"));
  }

  /** True if the class of a part is nested in that of the whole, or is a lambda of it. */
  static boolean isNested(Object part, Object whole) {
    String name = part.getClass().getName();
    return classesOf(whole).stream().anyMatch(outer -> name.startsWith(outer + "$"));
  }

  /** True if code of the owner has called what looks like a task, and is none of its own parts. */
  private static boolean runsOne(Object owner, StackTraceElement[] stack) {
    List<String> classes = classesOf(owner);
    for (int i = 1; i < stack.length; i++) {
      String called = stack[i - 1].getMethodName();
      if ((called.equals("run") || called.startsWith("lambda$"))
          && isOfAny(classes, stack[i].getClassName())
          && !isOfAny(classes, stack[i - 1].getClassName())) {
        return true;
      }
    }
    return false;
  }

  /** True if a class is one of these or nested in one. */
  private static boolean isOfAny(List<String> classes, String name) {
    return classes.stream().anyMatch(c -> name.equals(c) || name.startsWith(c + "$"));
  }

  /** The names of its class and of the superclasses that are not the JDK's. */
  private static List<String> classesOf(Object owner) {
    List<String> names = new ArrayList<>();
    for (Class<?> c = owner.getClass(); c.getClassLoader() != null; c = c.getSuperclass()) {
      names.add(c.getName());
    }
    return names;
  }
}
