package io.standstill.pool;

import io.standstill.jvm.Captured;

/**
 * Finds the worker that a thread was made to run. A thread factory may have wrapped it, most often
 * in a lambda. Serves one look.
 */
final class TargetSearch {
  private static final int DEEPEST = 3;

  private final Captured captured = new Captured();

  /** The target itself or what lambdas around it captured, if it is of this class; else null. */
  Object find(Object target, Class<?> type) {
    return find(target, type, DEEPEST);
  }

  private Object find(Object target, Class<?> type, int depth) {
    if (target == null || depth == 0) {
      return null;
    } else if (type.isInstance(target)) {
      return target;
    }
    for (Object value : captured.of(target)) {
      Object found = find(value, type, depth - 1);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
