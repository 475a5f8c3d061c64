package io.standstill.pool;

import java.util.ArrayList;
import java.util.List;

/** The pools of which it is known that what waits in their queues are tasks. */
public final class TaskHolders {
  private TaskHolders() {}

  /**
   * All pools, and the queues that are known by history only in which nothing but tasks waits: that
   * of another pool is none of its own, and one of messages is none. Who else may come to such a
   * queue is not known.
   */
  public static List<Pool> among(Pools pools) {
    List<Pool> found = new ArrayList<>(pools.all());
    for (Pool queue : pools.queues()) {
      List<Object> waiting = queue.queued();
      if (queue.complete()
          && !waiting.isEmpty()
          && waiting.stream().allMatch(each -> each instanceof Runnable)
          && pools.all().stream().noneMatch(pool -> pool.holds(waiting.get(0)))) {
        found.add(queue.workedOffBy(Growth.BY_ANYONE));
      }
    }
    return found;
  }
}
