package io.standstill.detect;

import io.standstill.finding.PoolUse;
import io.standstill.pool.Pool;
import java.util.ArrayList;
import java.util.Collection;
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
    for (int i = 0; i < pools.size(); i++) {
      Pool pool = situation.pools().get(i);
      parts.add(pool.scheduler() ? carriers(pool) : part(pools.get(i)));
    }
    List<Thread> others = others();
    if (!others.isEmpty()) {
      parts.add(
          others.size() > MOST_NAMES
              ? others.size() + " threads outside wait as well"
              : waiting(others) + " for them");
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

  private String carriers(Pool scheduler) {
    List<Thread> ready = situation.members().threads().stream().filter(this::isReady).toList();
    boolean one = scheduler.size() == 1;
    return scheduler.name()
        + (one ? ": its only carrier is" : ": all " + scheduler.size() + " carriers are")
        + " kept by "
        + namesOf(scheduler.workers().threads())
        + (one ? ", which waits on it, while " : ", which wait on them, while ")
        + namesOf(ready)
        + " could run";
  }

  private boolean isReady(Thread member) {
    Wait wait = situation.waitOf(member);
    return wait != null && wait.type().equals(Wait.CARRIER);
  }

  private static String namesOf(Collection<Thread> threads) {
    List<Thread> list = List.copyOf(threads);
    return list.size() <= MOST_NAMES
        ? Summary.names(list)
        : Summary.names(list.subList(0, MOST_NAMES))
            + " and "
            + (list.size() - MOST_NAMES)
            + " more";
  }

  private static String waiting(List<Thread> threads) {
    return Summary.names(threads) + (threads.size() == 1 ? " waits" : " wait");
  }

  private static String tasks(int count) {
    return count == 1 ? "1 task" : count + " tasks";
  }

  /** The members that work for none of these pools. */
  private List<Thread> others() {
    return situation.members().threads().stream()
        .filter(thread -> !isReady(thread))
        .filter(thread -> situation.pools().stream().noneMatch(pool -> worksFor(pool, thread)))
        .toList();
  }

  private static boolean worksFor(Pool pool, Thread thread) {
    return pool.workers().contains(thread);
  }
}
