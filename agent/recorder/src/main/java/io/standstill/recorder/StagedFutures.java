package io.standstill.recorder;

/**
 * Reads {@code CompletableFuture}: which one an asynchronous task completes, and whether one is
 * completed by another in the end. Follows links that the JDK keeps; calls nothing.
 */
final class StagedFutures {
  private static final String NAME = "CompletableFuture";
  private static final JdkField RESULT = new JdkField(NAME, "result");
  private static final JdkField STACK = new JdkField(NAME, "stack");
  private static final JdkField NEXT = new JdkField(NAME + "$Completion", "next");
  private static final JdkField DEPENDENT = new JdkField(NAME + "$UniCompletion", "dep");
  private static final JdkField EXECUTOR = new JdkField(NAME + "$UniCompletion", "executor");
  private static final JdkField BASE = new JdkField(NAME + "$CoCompletion", "base");
  private static final JdkField FUNCTION = new JdkField(NAME + "$UniWhenComplete", "fn");
  private static final JdkField CANCELLED = new JdkField(NAME + "$Canceller", "f");
  private static final JdkField[] EITHER = {
    new JdkField(NAME + "$OrApply", "fn"),
    new JdkField(NAME + "$OrAccept", "fn"),
    new JdkField(NAME + "$OrRun", "fn")
  };
  private static final JdkField SUPPLIED = new JdkField(NAME + "$AsyncSupply", "dep");
  private static final JdkField SUPPLIER = new JdkField(NAME + "$AsyncSupply", "fn");
  private static final JdkField RUN = new JdkField(NAME + "$AsyncRun", "dep");
  private static final JdkField RUNNABLE = new JdkField(NAME + "$AsyncRun", "fn");

  /** What is further away, or behind so many other stages, is not found. */
  private static final int MOST_STEPS = 100;

  private final Object target;
  private int left = MOST_STEPS;

  private StagedFutures(Object target) {
    this.target = target;
  }

  /** The future that a task of {@code supplyAsync} or {@code runAsync} will complete, or null. */
  static Object promisedBy(Object task) {
    if (SUPPLIED.isIn(task)) {
      return SUPPLIED.get(task);
    }
    return RUN.isIn(task) ? RUN.get(task) : null;
  }

  /** The class of the function that such a task will call; null if it has begun. */
  static Class<?> functionTypeOf(Object task) {
    Object function = SUPPLIER.isIn(task) ? SUPPLIER.get(task) : RUNNABLE.get(task);
    return function == null ? null : function.getClass();
  }

  static boolean isStage(Object future) {
    return RESULT.isIn(future);
  }

  static boolean isPending(Object future) {
    return RESULT.get(future) == null;
  }

  /** True if the function of a completion is handed to an executor, and not run at once. */
  static boolean isAsynchronous(Object completion) {
    return EXECUTOR.get(completion) != null;
  }

  /**
   * True if one future cannot complete before another one does, by the stages between them, and no
   * time limit completes any of them.
   */
  static boolean waitsFor(Object target, Object source) {
    return new StagedFutures(target).needs(source);
  }

  private boolean needs(Object source) {
    boolean found = target == source;
    Object completion = STACK.get(source);
    while (completion != null && left-- > 0) {
      if (FUNCTION.isIn(completion) && CANCELLED.isIn(FUNCTION.get(completion))) {
        return false;
      }
      Object dependent = found ? null : dependentOf(completion);
      found = found || dependent != null && needs(dependent);
      completion = NEXT.get(completion);
    }
    return found;
  }

  /** The future that a completion needs this one for; null if another one would do as well. */
  private static Object dependentOf(Object completion) {
    Object stage = BASE.isIn(completion) ? BASE.get(completion) : completion;
    if (!DEPENDENT.isIn(stage)) {
      return null;
    }
    for (JdkField either : EITHER) {
      if (either.isIn(stage)) {
        return null;
      }
    }
    return DEPENDENT.get(stage);
  }
}
