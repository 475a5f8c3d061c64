package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import java.util.List;

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

  /** False where one thread is all that there can ever be: a timer's, or that of AWT's events. */
  public boolean sizable() {
    return !className().equals("java.util.TaskQueue") && !AwtEvents.isQueue(executor);
  }

  /** The name of its class, for reports. */
  public String className() {
    return executor.getClass().getName();
  }

  /**
   * What the names of its threads have in common, and where it was made: {@code work
   * (Shop.java:31)}.
   */
  public String name() {
    if (scheduler) {
      return "virtual thread scheduler";
    }
    String place = Origin.of(executor);
    return PoolName.of(workers) + (place == null ? "" : " (" + place + ")");
  }
}
