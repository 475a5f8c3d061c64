package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.AbortPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardOldestPolicy;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether what a pool rejects is lost. Mostly it is not: that callers run it themselves, or wait
 * until there is room, is how programs slow down who submits.
 */
final class Refusals {
  private static final PrivateField CONTROL = PrivateField.of(ThreadPoolExecutor.class, "ctl");
  private static final PrivateField HANDLER = PrivateField.of(ThreadPoolExecutor.class, "handler");

  private Refusals() {}

  /** False also of a pool that is being shut down: it rejects for that alone. */
  static boolean loseTasks(Object executor) {
    if (!(executor instanceof ThreadPoolExecutor)) {
      return false;
    }
    boolean running = ((AtomicInteger) CONTROL.get(executor)).get() < 0;
    Object handler = HANDLER.get(executor);
    return running
        && (handler instanceof AbortPolicy
            || handler instanceof DiscardPolicy
            || handler instanceof DiscardOldestPolicy);
  }
}
