package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.Collection;

/** Threads that may work for an executor, since they are in the middle of its code. */
final class InCode {
  private InCode() {}

  /**
   * The threads with code of an executor on their stacks, and those whose stacks do not tell.
   *
   * @param elsewhere those for which it is the code of another one
   */
  static ThreadSet of(Object executor, Collection<Thread> threads, ThreadSet elsewhere) {
    ThreadSet found = new ThreadSet();
    for (Thread thread : threads) {
      if (!elsewhere.contains(thread)
          && (Threads.awaitsCarrier(thread)
              || isInCodeOf(executor.getClass(), Threads.stack(thread)))) {
        found.add(thread);
      }
    }
    return found;
  }

  private static boolean isInCodeOf(Class<?> executor, StackTraceElement[] stack) {
    for (Class<?> c = executor; c.getClassLoader() != null; c = c.getSuperclass()) {
      for (StackTraceElement frame : stack) {
        if (frame.getClassName().equals(c.getName())
            || frame.getClassName().startsWith(c.getName() + "$")) {
          return true;
        }
      }
    }
    return false;
  }
}
