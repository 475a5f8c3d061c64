package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many threads at most a {@code ThreadPoolExecutor} has for the tasks in its queue. If that
 * many wait for tasks in there, nobody is left to run them.
 */
public final class WorkerLimit {
  private static final int COUNT_MASK = (1 << 29) - 1;
  private static final Class<?> POOL = ThreadPoolExecutor.class;
  private static final PrivateField CONTROL = PrivateField.of(POOL, "ctl");
  private static final PrivateField QUEUE = PrivateField.of(POOL, "workQueue");
  private static final PrivateField CORE = PrivateField.of(POOL, "corePoolSize");
  private static final PrivateField MAX = PrivateField.of(POOL, "maximumPoolSize");
  private static final PrivateField HANDLER = PrivateField.of(POOL, "handler");

  /** Handlers that run no task: with others a submitter may help itself. */
  private static final Set<Class<?>> REFUSING =
      Set.of(
          ThreadPoolExecutor.AbortPolicy.class,
          ThreadPoolExecutor.DiscardPolicy.class,
          ThreadPoolExecutor.DiscardOldestPolicy.class);

  private WorkerLimit() {}

  /** The limit; 0 if there is none, or if tasks need not wait for these threads. */
  public static int of(Object executor) {
    if (!(executor instanceof ThreadPoolExecutor)) {
      return 0;
    }
    Object queue = QUEUE.get(executor);
    boolean ofJdk = queue.getClass().getClassLoader() == null;
    boolean unbounded = QueueCounts.of(queue).remaining() == Integer.MAX_VALUE;
    int core = CORE.getInt(executor);
    int max = MAX.getInt(executor);
    if (queue instanceof SynchronousQueue || runsInCaller(executor)) {
      return 0;
    } else if (ofJdk && unbounded) {
      return Math.max(1, core);
    } else if (!REFUSING.contains(HANDLER.get(executor).getClass())) {
      return 0;
    }
    int size = ((AtomicInteger) CONTROL.get(executor)).get() & COUNT_MASK;
    return size >= max || ofJdk && core == max ? max : 0;
  }

  private static boolean runsInCaller(Object executor) {
    return HANDLER.get(executor) instanceof ThreadPoolExecutor.CallerRunsPolicy;
  }
}
