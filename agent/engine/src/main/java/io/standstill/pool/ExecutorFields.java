package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.List;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/** The fields of a {@code ThreadPoolExecutor}: its own methods take its lock. */
public final class ExecutorFields {
  /** The lower bits of the control word count the workers, the upper ones tell the state. */
  private static final int COUNT_BITS = 29;

  private static final int COUNT_MASK = (1 << COUNT_BITS) - 1;
  private static final int TERMINATED = 3;

  private static final Class<?> POOL = ThreadPoolExecutor.class;
  private static final PrivateField CONTROL = PrivateField.of(POOL, "ctl");
  private static final PrivateField QUEUE = PrivateField.of(POOL, "workQueue");
  private static final PrivateField WORKERS = PrivateField.of(POOL, "workers");
  private static final PrivateField CORE = PrivateField.of(POOL, "corePoolSize");
  private static final PrivateField MAX = PrivateField.of(POOL, "maximumPoolSize");
  private static final PrivateField HANDLER = PrivateField.of(POOL, "handler");
  private static final PrivateField THREAD =
      PrivateField.of("java.util.concurrent.ThreadPoolExecutor$Worker", "thread");

  private ExecutorFields() {}

  /** Where the tasks of a pool wait; null for a pool of another kind. */
  public static Object queue(Object pool) {
    return pool instanceof ThreadPoolExecutor ? QUEUE.get(pool) : null;
  }

  /** What is done with a task that does not fit; null for a pool of another kind. */
  public static Object handler(Object pool) {
    return pool instanceof ThreadPoolExecutor ? HANDLER.get(pool) : null;
  }

  /** How many workers it has. */
  static int size(Object pool) {
    return control(pool) & COUNT_MASK;
  }

  /** True unless it is being shut down, or has been. */
  static boolean isRunning(Object pool) {
    return control(pool) < 0;
  }

  static boolean isTerminated(Object pool) {
    return control(pool) >> COUNT_BITS >= TERMINATED;
  }

  private static int control(Object pool) {
    return ((AtomicInteger) CONTROL.get(pool)).get();
  }

  static int core(Object pool) {
    return CORE.getInt(pool);
  }

  static int max(Object pool) {
    return MAX.getInt(pool);
  }

  /** Its workers, each of which runs in a thread; others may be changing them meanwhile. */
  static List<Object> workers(Object pool) {
    return HashedSet.elements(WORKERS.get(pool));
  }

  /** The thread of a worker; null if it has none yet. */
  static Thread thread(Object worker) {
    return (Thread) THREAD.get(worker);
  }
}
