package io.standstill.detect.narration;

import io.standstill.detect.evidence.Ref;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.waits.Situation;
import io.standstill.finding.PoolUse;
import io.standstill.pool.Pool;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.Promises;
import io.standstill.release.TaskName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Describes the pools of a situation, with the tasks in their queues that its members wait for. */
final class PoolUses {
  private final Situation situation;
  private final SubmitSite sites;
  private final Function<Object, PoolFigures> figures;

  /**
   * The pools of a situation.
   *
   * @param figures what is known of a pool, or null
   */
  PoolUses(Situation situation, Function<Object, PoolFigures> figures) {
    this.situation = situation;
    this.figures = figures;
    this.sites = new SubmitSite(situation);
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
        awaited.isEmpty() || !pool.sizable() ? null : sizeNeeded(pool),
        pool.scheduler() ? null : PoolLoads.of(figures.apply(pool.executor())));
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

  private List<PoolUse.QueuedTask> tasks(Pool pool, Set<Ref> awaited) {
    Map<QueuedKind, Integer> kinds = new LinkedHashMap<>();
    for (Object task : pool.queued()) {
      if (awaited.contains(new Ref(task))
          || Promises.of(task).stream().map(Ref::new).anyMatch(awaited::contains)) {
        kinds.merge(new QueuedKind(TaskName.of(task), sites.of(task)), 1, Integer::sum);
      }
    }
    List<PoolUse.QueuedTask> tasks = new ArrayList<>();
    kinds.forEach((kind, n) -> tasks.add(new PoolUse.QueuedTask(kind.name(), kind.site(), n)));
    return tasks;
  }

  /** The least size by the most demanding of the waits; null if one of them asks for more. */
  private Integer sizeNeeded(Pool pool) {
    int missing = 1;
    for (Wait wait : situation.waits().values()) {
      if (wait.route() != null
          && wait.route().queued().values().stream()
              .anyMatch(queue -> queue.executor() == pool.executor())) {
        if (wait.route().workersMissing() == null) {
          return null;
        }
        missing = Math.max(missing, wait.route().workersMissing());
      }
    }
    return pool.size() + missing;
  }

  private record QueuedKind(String name, String site) {}
}
