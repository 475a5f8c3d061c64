package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;

/**
 * One pool of threads, as one look saw it. Read without its lock, so the parts of a busy pool may
 * not fit together; those of a pool that stands still do.
 *
 * @param executor the pool itself, compared by reference only; for a {@code Timer} its queue
 * @param workers its threads
 * @param queued the tasks that wait for a worker, the next one first where the queue has an order
 * @param complete whether {@code queued} are all that wait, and {@code workers} all that work
 * @param size how many threads it has by its own count
 * @param core how many it keeps and fills up before it queues
 * @param max how many it may have
 * @param growth whether it could start one more
 * @param scheduler whether it runs virtual threads, and {@code workers} are those on its carriers
 */
public record Pool(
    Object executor,
    ThreadSet workers,
    List<Object> queued,
    boolean complete,
    int size,
    int core,
    int max,
    Growth growth,
    boolean scheduler) {

  /**
   * False where one thread is all that there can ever be: a timer's, or that of AWT's events; and
   * for an executor of a library, which has the threads that it wants.
   */
  public boolean sizable() {
    return !isOfLibrary()
        && !className().equals("java.util.TaskQueue")
        && !AwtEvents.isQueue(executor);
  }

  /** The same pool, of which something else is known about who may join its workers. */
  Pool workedOffBy(Growth others) {
    return new Pool(executor, workers, queued, complete, size, core, max, others, scheduler);
  }

  /** The same pool, from whose queue these threads take too. */
  Pool joinedBy(ThreadSet takers, Growth others) {
    ThreadSet all = ThreadSet.of(workers);
    all.addAll(takers);
    return new Pool(executor, all, queued, complete, size, core, max, others, scheduler);
  }

  /** True if this very task waits in its queue. */
  boolean holds(Object task) {
    return queued.stream().anyMatch(each -> each == task);
  }

  /** True for a queue of a library that has its tasks run, but is no executor by its class. */
  public boolean isOwnQueue() {
    return isOfLibrary() && !(executor instanceof Executor);
  }

  private boolean isOfLibrary() {
    return !(executor instanceof ThreadPoolExecutor)
        && !(executor instanceof Collection)
        && executor.getClass().getClassLoader() != null;
  }

  /** The name of its class, for reports. */
  public String className() {
    return executor.getClass().getName();
  }

  /**
   * What the names of its threads have in common, and where it was made: {@code work
   * (Shop.java:31)}. Where that is not known, since it is a library's own, its class.
   */
  public String name() {
    if (scheduler) {
      return "virtual thread scheduler";
    }
    if (isOfLibrary()) {
      Thread only = workers.size() == 1 ? workers.iterator().next() : null;
      String name = only == null ? PoolName.of(workers) : Threads.name(only);
      return name + " (" + executor.getClass().getSimpleName() + ")";
    }
    String place = Origin.of(executor);
    return PoolName.of(workers) + (place == null ? "" : " (" + place + ")");
  }
}
