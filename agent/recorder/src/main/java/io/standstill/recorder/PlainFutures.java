package io.standstill.recorder;

/** Reads {@code FutureTask}. Nothing is asked of it: its class may be the application's. */
final class PlainFutures {
  private static final JdkField STATE = new JdkField("FutureTask", "state");
  private static final JdkField CALLABLE = new JdkField("FutureTask", "callable");
  private static final JdkField RUNNER = new JdkField("FutureTask", "runner");
  private static final JdkField ADAPTED = new JdkField("Executors$RunnableAdapter", "task");
  private static final int COMPLETING = 1;

  private PlainFutures() {}

  static boolean isPending(Object future) {
    return STATE.getInt(future) <= COMPLETING;
  }

  /** True if a thread runs it, or has done so; read in this order, since it may end meanwhile. */
  static boolean isBegun(Object future) {
    return RUNNER.get(future) != null || !isPending(future);
  }

  /** What the future was given to run; null once it is done. */
  static Object taskOf(Object future) {
    Object callable = CALLABLE.get(future);
    return ADAPTED.isIn(callable) ? ADAPTED.get(callable) : callable;
  }

  /** The class of what the application gave to run; null once it is done. */
  static Class<?> taskTypeOf(Object future) {
    Object task = taskOf(CompletionServices.unwrapped(future));
    return task == null ? null : task.getClass();
  }
}
