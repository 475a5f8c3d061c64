package io.standstill.detect;

import io.standstill.finding.PoolUse;
import io.standstill.pool.Pool;
import java.util.ArrayList;
import java.util.List;

/** Says in one sentence how threads wait for each other by way of thread pools. */
final class PoolSummary {
  /** More threads outside the pools are counted, not named. */
  private static final int MOST_NAMES = 4;

  private final Situation situation;
  private final List<PoolUse> pools;

  PoolSummary(Situation situation, List<PoolUse> pools) {
    this.situation = situation;
    this.pools = pools;
  }

  String sentence() {
    List<String> parts = new ArrayList<>();
    for (PoolUse pool : pools) {
      parts.add(part(pool));
    }
    List<Thread> others = others();
    if (!others.isEmpty()) {
      parts.add(
          others.size() > MOST_NAMES
              ? others.size() + " threads outside wait as well"
              : Summary.names(others) + (others.size() == 1 ? " waits" : " wait") + " for them");
    }
    return String.join("; ", parts);
  }

  private String part(PoolUse pool) {
    String workers = pool.name() + ": " + pool.active() + " of " + pool.size() + " workers ";
    int awaited = pool.awaited().stream().mapToInt(PoolUse.QueuedTask::count).sum();
    boolean one = pool.active() == 1;
    if (pool.needs() == null) {
      return workers + (one ? "waits" : "wait") + " for each other or for the pool to end";
    } else if (pools.size() > 1) {
      return workers + "are stuck while " + tasks(awaited) + " in its queue is waited for";
    }
    String who = others().isEmpty() ? (one ? "waits for " : "wait for ") : "are stuck behind ";
    return workers
        + who
        + tasks(awaited)
        + " queued in "
        + pool.name()
        + "; it needs "
        + pool.needs()
        + " threads or a second pool";
  }

  private static String tasks(int count) {
    return count == 1 ? "1 task" : count + " tasks";
  }

  /** The members that work for none of these pools. */
  private List<Thread> others() {
    return situation.members().threads().stream()
        .filter(thread -> situation.pools().stream().noneMatch(pool -> worksFor(pool, thread)))
        .toList();
  }

  private static boolean worksFor(Pool pool, Thread thread) {
    return pool.workers().contains(thread);
  }
}
