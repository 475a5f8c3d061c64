package io.standstill.pool;

import io.standstill.jvm.PrivateField;

/** When a scheduled task is to run. One that is due later waits for its time, not for a worker. */
public final class DueTime {
  private static final PrivateField TIME =
      PrivateField.of(
          "java.util.concurrent.ScheduledThreadPoolExecutor$ScheduledFutureTask", "time");

  private DueTime() {}

  /** True for a scheduled task whose time has not come. */
  public static boolean isLater(Object task, long nanoTime) {
    return TIME.owner().isInstance(task) && TIME.getLong(task) - nanoTime > 0;
  }

  /** True for a scheduled task whose time has come, and that nobody has cancelled. */
  static boolean isNow(Object task, long nanoTime) {
    return TIME.owner().isInstance(task)
        && TIME.getLong(task) - nanoTime <= 0
        && Promises.isPending(task);
  }
}
