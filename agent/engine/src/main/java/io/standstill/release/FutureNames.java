package io.standstill.release;

import java.util.List;

/**
 * What classes of futures have in their names, whoever has written them. Threads that load classes
 * ask here: no lambdas.
 */
public final class FutureNames {
  private static final List<String> FUTURES = List.of("Future", "Promise", "Deferred");

  /** Some tasks are futures; but most that are completed or that fail are none. */
  private static final String TASK = "Task";

  private FutureNames() {}

  /** True for the name of a class whose {@code get()} may well wait for a result. */
  public static boolean mayBeFuture(String name) {
    for (String word : FUTURES) {
      if (name.contains(word)) {
        return true;
      }
    }
    return name.contains(TASK);
  }

  /** True for the name of a class whose {@code set} and the like sets a result. */
  static boolean isFulfilled(String name) {
    for (String word : FUTURES) {
      if (name.endsWith(word)) {
        return true;
      }
    }
    return false;
  }
}
