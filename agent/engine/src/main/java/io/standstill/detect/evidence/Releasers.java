package io.standstill.detect.evidence;

import io.standstill.detect.evidence.QueuedReleases.Queued;
import io.standstill.detect.probe.Crowd;
import io.standstill.detect.probe.ParkBlocker;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.DueTime;
import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import io.standstill.pool.Stages;
import io.standstill.release.CalledBack;
import io.standstill.release.Reach;
import io.standstill.release.Release;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import io.standstill.release.TaskName;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;

/**
 * Who could open a gate: the tasks in the queues of pools, told from their code and what they
 * captured, and all threads that may still come to such code.
 *
 * <p>A gate counts as awaited of queued tasks only if these, and threads of which the same is
 * known, would open it all the way; else someone unknown must be at work. Whoever else might do it
 * is counted in as well: the wait is hopeless only if nobody of them can go on.
 */
public final class Releasers {
  private static final int MOST_GATES = 8;

  private final Collection<Thread> threads;
  private final Outlook outlook;

  private final QueuedReleases queues;
  private final Map<Object, Route> routes = new IdentityHashMap<>();

  Releasers(Pools pools, Collection<Thread> threads, Outlook outlook) {
    this.threads = threads;
    this.outlook = outlook;
    this.queues = new QueuedReleases(pools);
  }

  /** Asks about a task that releases nothing, so that no class has to be loaded later. */
  public static void rehearse() {
    CountDownLatch gate = new CountDownLatch(1);
    Runnable inner = () -> Gate.of(gate);
    Runnable task = () -> inner.run();
    StackTraceElement[] stack = new Throwable().getStackTrace();
    Releases.of(new FutureTask<>(task, null), stack);
    Releases.of(stack, name -> Releasers.class);
    TaskName.of(task);
    new Reach(gate).leadsFrom(task);
    Supply supply = new Supply();
    new Reach(gate).leadsFrom(supply);
    supply.isEnough(Gate.of(gate));
    Gate.of(new CyclicBarrier(1));
    Gate.of(new Phaser(1));
  }

  /** The way from what a thread waits at to all who could open it; null if it is open who. */
  public Route from(Thread thread) {
    Object place = placeOf(thread);
    if (place == null) {
      return null;
    }
    if (!routes.containsKey(place)) {
      routes.put(place, routes.size() < MOST_GATES ? findRoute(place) : null);
    }
    return routes.get(place);
  }

  private Route findRoute(Object place) {
    Object firstOfStages = queues.sourceOf(place);
    Object source = firstOfStages == null ? place : firstOfStages;
    List<Queued> openers = queues.openersOf(source);
    boolean calledBack = openers.stream().noneMatch(each -> each.released().sure());
    List<Queued> queued = calledBack ? queues.callersOf(place) : openers;
    if (queued.isEmpty() || Crowd.isTooLarge(threads)) {
      return null;
    }
    Gate gate = Gate.of(queued.get(0).released().object());
    Supply supply = new Supply();
    Route route = new Route(gate.object());
    if (!calledBack && Gate.mayOpenItself(gate.object())) {
      route.isGuess();
    }
    Set<Ref> tasks = new HashSet<>();
    Set<Pool> through = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Queued each : queued) {
      if (each.released().sure()
          && !DueTime.isLater(each.task(), System.nanoTime())
          && tasks.add(new Ref(each.task()))) {
        supply.add(each.released());
        route.isQueued(each.task(), each.pool());
      }
      through.add(each.pool());
    }
    boolean queueIsEnough = supply.isEnough(gate);
    Gate end = place == source ? gate : Gate.of(place);
    List<Object> standing = through.stream().filter(Pool::isOwnQueue).map(Pool::executor).toList();
    Reach reach = calledBack ? Reach.intoExecutors(gate.object()) : new Reach(gate.object());
    Reach toEnd = end == gate ? reach : new Reach(end.object());
    reach.past(standing);
    toEnd.past(standing);
    ThreadSet waiting = new ThreadSet();
    threads.stream().filter(thread -> isAt(place, thread)).forEach(waiting::add);
    boolean blocking =
        gate.kind() == Release.Kind.ARRIVE
            || waiting.threads().stream().anyMatch(thread -> isInAny(queued, thread));
    boolean byChain = calledBack && CalledBack.mayBe(gate.object());
    HandedIn handedIn = byChain ? null : new HandedIn(gate, waiting, queued, outlook, standing);
    ThreadSet others = new ThreadSet();
    for (Thread thread : threads) {
      if (!waiting.contains(thread)
          && (mayOpen(gate, source, thread, supply)
              || outlook.leadsTo(reach, thread)
              || end != gate && mayOpenEnd(end, place, toEnd, thread)
              || calledBack && outlook.wasMadeFor(reach, thread)
              || handedIn != null && handedIn.mayComplete(thread))) {
        others.add(thread);
      }
    }
    if (calledBack && (waiting.size() > 1 || isBehindMoving(reach))) {
      return null; // A latch of many is a signal to stop, or the like, and not an answer.
    }
    if (!addMoving(gate, source, through)
        || end != gate && !addMoving(end, place, through)
        || !supply.isEnough(gate)) {
      return null;
    }
    route.opens(gate.object(), List.copyOf(through), others);
    route.lacks(queueIsEnough ? Integer.valueOf(blocking ? gate.missing() : 1) : null);
    return route;
  }

  /** How often a gate will be released for sure, by those of whom it is known. */
  private static final class Supply {
    private long count;

    void add(Released released) {
      count += released.once() ? 1 : Integer.MAX_VALUE;
    }

    boolean isEnough(Gate gate) {
      return gate.missing() > 0 && count >= gate.missing();
    }
  }

  private boolean isAt(Object place, Thread thread) {
    return placeOf(thread) == place;
  }

  /** Where a thread waits; of a future, the journal may know. Null if that is unknown. */
  private Object placeOf(Thread thread) {
    Object parkedOn = ParkBlocker.of(thread, Threads.state(thread));
    Object place = parkedOn == null ? null : queues.awaitedAt(parkedOn);
    return place == null && Stages.isWait(parkedOn) ? Awaited.announcedFuture(thread) : place;
  }

  /** True for who may complete the last of several stages, past those before it. */
  private boolean mayOpenEnd(Gate end, Object place, Reach toEnd, Thread thread) {
    return mayOpen(end, place, thread, new Supply()) || outlook.leadsTo(toEnd, thread);
  }

  /** True if a thread waits in the very method that would release: so will the queued ones. */
  private boolean isInAny(List<Queued> queued, Thread thread) {
    Set<String> methods = new HashSet<>();
    for (Queued each : queued) {
      String place = each.released().place();
      methods.add(place.substring(0, place.indexOf('(') + 1));
    }
    for (StackTraceElement frame : outlook.stackOf(thread)) {
      if (methods.contains(frame.getClassName() + "." + frame.getMethodName() + "(")) {
        return true;
      }
    }
    return false;
  }

  private boolean mayOpen(Gate gate, Object place, Thread thread, Supply supply) {
    boolean may = false;
    boolean sure = false;
    for (Released released : outlook.of(thread)) {
      if (opens(released, gate, place)) {
        may = true;
        if (!sure && released.sure() && released.object() != null) {
          sure = true;
          supply.add(released);
        }
      }
    }
    return may;
  }

  private static boolean opens(Released released, Gate gate, Object place) {
    return released.kind() == gate.kind()
        && (released.object() == null || Gate.placeOf(released.object()) == place);
  }

  /** True if a task leads to the gate that waits in the queue of a pool that moves. */
  private boolean isBehindMoving(Reach reach) {
    for (Pool pool : queues.moving()) {
      if (!QueuedReleases.isReadable(pool) || pool.queued().stream().anyMatch(reach::leadsFrom)) {
        return true;
      }
    }
    return false;
  }

  /** Adds pools that move and have such tasks too; false if there are too many to look at. */
  private boolean addMoving(Gate gate, Object place, Set<Pool> through) {
    for (Pool pool : queues.moving()) {
      if (!QueuedReleases.isReadable(pool)) {
        return false;
      }
      for (Queued queued : QueuedReleases.of(pool)) {
        if (opens(queued.released(), gate, place)) {
          through.add(pool);
        }
      }
    }
    return true;
  }
}
