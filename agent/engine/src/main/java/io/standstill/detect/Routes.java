package io.standstill.detect;

import io.standstill.graph.Need;
import io.standstill.jvm.PrivateField;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import io.standstill.pool.Stages;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.FutureTask;

/** Finds out, for one look, who could complete a future. */
final class Routes {
  private static final int NEW = 0;
  private static final PrivateField STATE = PrivateField.of(FutureTask.class, "state");
  private static final PrivateField RUNNER = PrivateField.of(FutureTask.class, "runner");

  private final Pools pools;
  private final Stages stages;

  Routes(Collection<Thread> threads) {
    pools = Pools.of(threads);
    stages = Stages.from(pools.promises());
  }

  Pools pools() {
    return pools;
  }

  /** The future that a thread waits for that parks on this object; null if that is unknown. */
  Object awaitedAt(Object parkedOn) {
    return Stages.isWait(parkedOn) ? stages.awaitedAt(parkedOn) : parkedOn;
  }

  /** The way from a future to the threads that can complete it; null if anyone might. */
  Route to(Object promise) {
    Route route = new Route(promise);
    Deque<Object> open = new ArrayDeque<>();
    open.add(promise);
    while (!open.isEmpty()) {
      Object next = open.remove();
      if (!route.has(next)) {
        extend(route, next, open);
      }
    }
    return route.has(promise) ? route : null;
  }

  private void extend(Route route, Object promise, Deque<Object> open) {
    Thread runner = runner(promise);
    Pool pool = pools.queueing(promise);
    Stages.Dependency dependency = stages.of(promise);
    if (runner != null) {
      route.leadsTo(promise, runner);
    } else if (pool != null) {
      route.isQueued(promise, pool);
    } else if (dependency != null) {
      route.leadsTo(promise, dependency.need(), dependency.sources());
      open.addAll(dependency.sources());
    }
  }

  private static Thread runner(Object promise) {
    return promise instanceof FutureTask && STATE.getInt(promise) == NEW
        ? (Thread) RUNNER.get(promise)
        : null;
  }

  /** The way to the next result of a completion service: any of its tasks will do. */
  Route toNextResult(Object parkedOn) {
    List<Object> tasks = pools.arrivingAt(parkedOn);
    if (tasks.isEmpty()) {
      return null;
    }
    Route route = new Route(parkedOn);
    route.leadsTo(parkedOn, Need.ANY, tasks);
    tasks.forEach(task -> extend(route, task, new ArrayDeque<>()));
    return route;
  }

  /** The way from the end of a pool, by the object that those park on who wait for it, or null. */
  Route toEnd(Object parkedOn) {
    Pool pool = pools.endingWith(parkedOn);
    if (pool == null || !pool.complete() || pool.workers().isEmpty()) {
      return null;
    }
    Route route = new Route(parkedOn);
    route.isEndOf(parkedOn, pool);
    return route;
  }
}
