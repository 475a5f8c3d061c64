package io.standstill.pool;

import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * How many threads at most a {@code ThreadPoolExecutor} has for the tasks in its queue. If that
 * many wait for tasks in there, nobody is left to run them.
 */
public final class WorkerLimit {
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
    Object queue = ExecutorFields.queue(executor);
    boolean ofJdk = queue.getClass().getClassLoader() == null;
    boolean unbounded = QueueCounts.of(queue).remaining() == Integer.MAX_VALUE;
    int core = ExecutorFields.core(executor);
    int max = ExecutorFields.max(executor);
    if (queue instanceof SynchronousQueue || runsInCaller(executor)) {
      return 0;
    } else if (ofJdk && unbounded) {
      return Math.max(1, core);
    } else if (!REFUSING.contains(ExecutorFields.handler(executor).getClass())) {
      return 0;
    }
    int size = ExecutorFields.size(executor);
    return size >= max || ofJdk && core == max ? max : 0;
  }

  private static boolean runsInCaller(Object executor) {
    return ExecutorFields.handler(executor) instanceof ThreadPoolExecutor.CallerRunsPolicy;
  }
}
