package io.standstill.detect.evidence;

import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.probe.LoadedClasses;
import io.standstill.graph.Need;
import io.standstill.jvm.Threads;
import io.standstill.pool.Carriers;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import io.standstill.pool.Promises;
import io.standstill.pool.RunningFutures;
import io.standstill.pool.Stages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/**
 * Finds out, for one look, who could complete a future. Pools and what waits in their queues are
 * read only when they matter: a future whose task is being run names its thread.
 */
public final class Routes {
  private final Collection<Thread> threads;
  private final ClassInits classInits;
  private final LoadedClasses classes;
  private Pools pools;
  private RunningFutures running;
  private Stages stages;
  private Carriers carriers;

  Routes(Collection<Thread> threads, ClassInits classInits, LoadedClasses classes) {
    this.threads = threads;
    this.classInits = classInits;
    this.classes = classes;
  }

  /** The pools and their queues, read when first asked for. */
  public Pools pools() {
    if (pools == null) {
      pools = Pools.of(threads, classes::named);
    }
    return pools;
  }

  private RunningFutures running() {
    if (running == null) {
      running = RunningFutures.now();
    }
    return running;
  }

  private Stages stages() {
    if (stages == null) {
      List<Object> known = new ArrayList<>(pools().promises());
      known.addAll(running().all());
      stages = Stages.from(known);
    }
    return stages;
  }

  /** The future that a thread waits for that parks on this object; null if that is unknown. */
  public Object awaitedAt(Object parkedOn) {
    return Stages.isWait(parkedOn) ? stages().awaitedAt(parkedOn) : parkedOn;
  }

  /** The way from a future to the threads that can complete it; null if anyone might. */
  public Route to(Object promise) {
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
    Thread runner = Promises.runner(promise);
    if (runner != null) {
      route.leadsTo(promise, runner);
      return;
    }
    if (stages().isTimed(promise)) {
      route.endsByItself();
    }
    runner = running().runnerOf(promise);
    Pool pool = pools().queueing(promise);
    Stages.Dependency dependency = stages().of(promise);
    if (runner != null) {
      route.leadsTo(promise, runner);
    } else if (pool != null) {
      route.isQueued(promise, pool);
    } else if (dependency != null) {
      route.leadsTo(promise, dependency.need(), dependency.sources());
      open.addAll(dependency.sources());
    }
  }

  /** The way from a virtual thread that is ready to run to a carrier; null if it may find one. */
  public Route toCarrier(Thread ready) {
    Pool scheduler = pools().of(Threads.schedulerOf(ready));
    if (scheduler == null) {
      return null;
    }
    Route route = new Route(scheduler.executor());
    route.goesThrough(carriers().occupied(scheduler));
    return route.has(scheduler.executor()) ? route : null;
  }

  /**
   * The oldest virtual thread that is ready to run and has no carrier, or null. All of them wait
   * for the same, so one stands for all.
   */
  public Thread readyFor(Object scheduler) {
    Thread oldest = null;
    for (Thread thread : threads) {
      if (Threads.awaitsCarrier(thread)
          && Threads.schedulerOf(thread) == scheduler
          && (oldest == null || Threads.id(thread) < Threads.id(oldest))) {
        oldest = thread;
      }
    }
    return oldest;
  }

  private Carriers carriers() {
    if (carriers == null) {
      carriers = new Carriers(threads, this::waits);
    }
    return carriers;
  }

  /** A thread that waits for a class initialisation shows as running. */
  private boolean waits(Thread thread) {
    return Threads.state(thread) != Thread.State.RUNNABLE
        || classInits.awaitedBy(Threads.id(thread)) != null;
  }

  /** The way to the next result of a completion service: any of its tasks will do. */
  public Route toNextResult(Object parkedOn) {
    List<Object> tasks = pools().arrivingAt(parkedOn);
    if (tasks.isEmpty()) {
      return null;
    }
    Route route = new Route(parkedOn);
    route.leadsTo(parkedOn, Need.ANY, tasks);
    tasks.forEach(task -> extend(route, task, new ArrayDeque<>()));
    boolean elsewhere =
        running().tasks().entrySet().stream()
            .filter(entry -> !route.threads().contains(entry.getValue()))
            .anyMatch(entry -> pools().arrivalOf(entry.getKey()) == parkedOn);
    return elsewhere ? null : route;
  }

  /** The way from the end of a pool, by the object that those park on who wait for it, or null. */
  public Route toEnd(Object parkedOn) {
    Pool pool = pools().endingWith(parkedOn);
    if (pool == null || !pool.complete() || pool.workers().isEmpty()) {
      return null;
    }
    Route route = new Route(parkedOn);
    route.isEndOf(parkedOn, pool);
    return route;
  }
}
