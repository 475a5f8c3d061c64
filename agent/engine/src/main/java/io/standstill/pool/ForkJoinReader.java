package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * {@code ForkJoinPool}. Each worker has a queue of its own and tasks from outside wait in others,
 * but every worker looks through all of them.
 *
 * <p>The pool starts a worker for a task that comes as long as it has fewer than its parallelism,
 * and wakes an idle one while fewer than that are active. Beyond that only a worker that is about
 * to wait starts another, before it waits: by joining a task or in a managed blocker, and only if
 * bounds allow it. So once all workers wait and none is idle, no more will come.
 */
final class ForkJoinReader implements PoolReader {
  private static final String QUEUE = "java.util.concurrent.ForkJoinPool$WorkQueue";
  private static final int PARALLELISM_MASK = 0xffff;
  private static final int MAX_SIZE = 0x7fff;

  /** The control word: active workers, all workers, and the top of the stack of idle ones. */
  private static final int TOTAL_SHIFT = 32;

  private static final int IDLE_MASK = 0x7fff_ffff;
  private static final PrivateField CONTROL = PrivateField.of(ForkJoinPool.class, "ctl");
  private static final PrivateField POOL = PrivateField.of(ForkJoinWorkerThread.class, "pool");
  private static final PrivateField QUEUES = PrivateField.of(ForkJoinPool.class, "queues");
  private static final PrivateField OWNER = PrivateField.of(QUEUE, "owner");
  private static final PrivateField TASKS = PrivateField.of(QUEUE, "array");

  /** Where workers take tasks from a queue that is not theirs. */
  private static final PrivateField BASE = PrivateField.of(QUEUE, "base");

  private static final PrivateField PARALLELISM =
      PrivateField.firstOf(ForkJoinPool.class, "parallelism", "mode");

  /** Before {@code setParallelism} came with JDK 19, the control word counted relative to it. */
  private static final boolean COUNTS_RELATIVE = PARALLELISM.name().equals("mode");

  private static final PrivateField TERMINATION =
      PrivateField.of(ForkJoinPool.class, "termination");
  private static final PrivateField LATCH_SYNC = PrivateField.of(CountDownLatch.class, "sync");

  @Override
  public Object poolOf(Thread thread, TargetSearch search) {
    return poolOf(thread);
  }

  static Object poolOf(Thread thread) {
    return thread instanceof ForkJoinWorkerThread ? POOL.get(thread) : null;
  }

  @Override
  public Pool read(Object pool, List<Thread> found) {
    ThreadSet workers = ThreadSet.of(found);
    List<Object> queued = new ArrayList<>();
    for (Object queue : queues(pool)) {
      Thread owner = (Thread) OWNER.get(queue);
      if (owner != null && Threads.state(owner) != Thread.State.TERMINATED) {
        workers.add(owner);
      }
      addTasks(queue, queued);
    }
    int parallelism = PARALLELISM.getInt(pool) & PARALLELISM_MASK;
    long control = CONTROL.getLong(pool);
    int total = (short) (control >>> TOTAL_SHIFT) + (COUNTS_RELATIVE ? parallelism : 0);
    boolean idle = ((int) control & IDLE_MASK) != 0;
    return new Pool(
        pool,
        workers,
        queued,
        workers.size() >= total,
        total,
        parallelism,
        MAX_SIZE,
        idle || total < parallelism ? Growth.ANY_TIME : growth(pool),
        false);
  }

  /** How many tasks that came from outside were taken by workers. */
  static long taken(Object pool) {
    long taken = 0;
    for (Object queue : queues(pool)) {
      taken += OWNER.get(queue) == null ? BASE.getInt(queue) : 0;
    }
    return taken;
  }

  /** In the common pool a thread from outside that comes to wait for a task may run some. */
  private static Growth growth(Object pool) {
    return pool == ForkJoinPool.commonPool() ? Growth.BY_SUBMISSION : Growth.NONE;
  }

  /** A condition of its lock at first, later a latch that is made when it is needed. */
  @Override
  public Object termination(Object pool) {
    Object termination = TERMINATION.get(pool);
    return termination instanceof CountDownLatch ? LATCH_SYNC.get(termination) : termination;
  }

  /** How many tasks that came from outside wait. */
  static int outside(Object pool) {
    return tasks(pool, true).size();
  }

  /** The same, but 0 while workers have tasks of their own, which they do first. */
  static int waitingOutside(Object pool) {
    return tasks(pool, false).isEmpty() ? outside(pool) : 0;
  }

  private static List<Object> tasks(Object pool, boolean fromOutside) {
    List<Object> tasks = new ArrayList<>();
    for (Object queue : queues(pool)) {
      if (fromOutside == (OWNER.get(queue) == null)) {
        addTasks(queue, tasks);
      }
    }
    return tasks;
  }

  private static List<Object> queues(Object pool) {
    Object[] all = (Object[]) QUEUES.get(pool);
    List<Object> queues = new ArrayList<>();
    for (Object queue : all == null ? new Object[0] : all) {
      if (queue != null) {
        queues.add(queue);
      }
    }
    return queues;
  }

  private static void addTasks(Object queue, List<Object> queued) {
    Object[] tasks = (Object[]) TASKS.get(queue);
    for (Object task : tasks == null ? new Object[0] : tasks) {
      if (task != null && queued.size() < TaskQueue.MOST) {
        queued.add(task);
      }
    }
  }
}
