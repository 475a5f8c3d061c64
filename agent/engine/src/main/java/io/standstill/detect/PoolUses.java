package io.standstill.detect;

import io.standstill.finding.PoolUse;
import io.standstill.pool.Pool;
import io.standstill.pool.Promises;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Describes the pools of a situation, with the tasks in their queues that its members wait for. */
final class PoolUses {
  private final Situation situation;

  PoolUses(Situation situation) {
    this.situation = situation;
  }

  List<PoolUse> all() {
    List<PoolUse> uses = new ArrayList<>();
    for (Pool pool : situation.pools()) {
      uses.add(use(pool));
    }
    return uses;
  }

  private PoolUse use(Pool pool) {
    Set<Ref> awaited = awaited(pool);
    long active = pool.workers().threads().stream().filter(situation.members()::contains).count();
    return new PoolUse(
        pool.name(),
        pool.className(),
        pool.size(),
        pool.max(),
        (int) active,
        pool.queued().size(),
        tasks(pool, awaited),
        awaited.isEmpty() ? null : pool.size() + 1);
  }

  /** The futures of queued tasks that members wait for, directly or by way of other futures. */
  private Set<Ref> awaited(Pool pool) {
    Set<Ref> awaited = new LinkedHashSet<>();
    for (Wait wait : situation.waits().values()) {
      if (wait.route() != null) {
        wait.route()
            .queued()
            .forEach(
                (promise, queue) -> {
                  if (queue.executor() == pool.executor()) {
                    awaited.add(promise);
                  }
                });
      }
    }
    return awaited;
  }

  private static List<PoolUse.QueuedTask> tasks(Pool pool, Set<Ref> awaited) {
    Map<String, Integer> byClass = new LinkedHashMap<>();
    for (Object task : pool.queued()) {
      if (Promises.of(task).stream().map(Ref::new).anyMatch(awaited::contains)) {
        Object given = Promises.userTask(task);
        byClass.merge(given == null ? "unknown" : given.getClass().getName(), 1, Integer::sum);
      }
    }
    List<PoolUse.QueuedTask> tasks = new ArrayList<>();
    byClass.forEach((name, count) -> tasks.add(new PoolUse.QueuedTask(name, null, count)));
    return tasks;
  }
}
