package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Predicate;

/**
 * The scheduler of virtual threads seen as a pool. A carrier with a virtual thread on it does
 * nothing until that one lets go of it; one that waits without letting go, since it is pinned, is
 * as good as a stuck worker.
 */
public final class Carriers {
  private static final ForkJoinReader READER = new ForkJoinReader();

  private final Map<Thread, Thread> mounted = new IdentityHashMap<>();

  /**
   * Reads who waits on which carrier.
   *
   * @param waits whether a virtual thread waits now; one that runs must not be taken for one that
   *     waits, even if it did a moment ago
   */
  public Carriers(Collection<Thread> threads, Predicate<Thread> waits) {
    for (Thread thread : threads) {
      Thread carrier = Threads.isVirtual(thread) ? Threads.carrierOf(thread) : null;
      if (carrier != null && waits.test(thread) && Threads.carrierOf(thread) == carrier) {
        mounted.put(carrier, thread);
      }
    }
  }

  /**
   * A scheduler as a pool, with the virtual thread in the place of the carrier that it waits on.
   * Carriers that run, or wait for work, stay as they are.
   */
  public Pool occupied(Pool scheduler) {
    ThreadSet occupants = new ThreadSet();
    for (Thread carrier : scheduler.workers()) {
      occupants.add(mounted.getOrDefault(carrier, carrier));
    }
    return new Pool(
        scheduler.executor(),
        occupants,
        scheduler.queued(),
        scheduler.complete() && occupants.size() == scheduler.workers().size(),
        scheduler.size(),
        scheduler.core(),
        scheduler.max(),
        scheduler.growth(),
        true);
  }

  /**
   * The virtual threads on the carriers of schedulers that have no carrier to spare and none that
   * runs. As a rule there are none, and little is read to know it.
   */
  public static ThreadSet blocked(Collection<Thread> threads) {
    Map<Object, List<Thread>> carriers = new IdentityHashMap<>();
    for (Thread thread : threads) {
      if (Threads.isCarrier(thread)) {
        carriers
            .computeIfAbsent(ForkJoinReader.poolOf(thread), unused -> new ArrayList<>())
            .add(thread);
      }
    }
    ThreadSet blocked = new ThreadSet();
    carriers.forEach(
        (scheduler, found) -> {
          if (found.stream().noneMatch(Carriers::runs) && isFull(scheduler, found)) {
            blocked.addAll(
                new Carriers(threads, thread -> !runs(thread))
                    .occupied(READER.read(scheduler, found))
                    .workers());
          }
        });
    return blocked;
  }

  private static boolean runs(Thread thread) {
    return Threads.state(thread) == Thread.State.RUNNABLE;
  }

  private static boolean isFull(Object scheduler, List<Thread> carriers) {
    return scheduler instanceof ForkJoinPool
        && READER.read(scheduler, carriers).growth() == Growth.NONE;
  }
}
