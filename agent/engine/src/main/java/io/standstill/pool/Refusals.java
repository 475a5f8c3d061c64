package io.standstill.pool;

import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;

/**
 * Whether what a pool rejects is lost. Mostly it is not: that callers run it themselves, or wait
 * until there is room, is how programs slow down who submits.
 */
final class Refusals {
  private Refusals() {}

  /** False also of a pool that is being shut down: it rejects for that alone. */
  static boolean loseTasks(Object executor) {
    if (!(executor instanceof ThreadPoolExecutor)) {
      return false;
    }
    Object handler = ExecutorFields.handler(executor);
    return ExecutorFields.isRunning(executor)
        && (handler instanceof AbortPolicy
            || handler instanceof DiscardPolicy
            || handler instanceof DiscardOldestPolicy);
  }
}
