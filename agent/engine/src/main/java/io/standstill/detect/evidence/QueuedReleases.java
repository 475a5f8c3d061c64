package io.standstill.detect.evidence;

import io.standstill.pool.Pool;
import io.standstill.pool.Pools;
import io.standstill.pool.Stages;
import io.standstill.pool.TaskHolders;
import io.standstill.release.Callbacks;
import io.standstill.release.CalledBack;
import io.standstill.release.Prospect;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What the tasks in the queues of pools would release. */
final class QueuedReleases {
  /** Of a pool with more tasks, nothing is claimed. */
  private static final int MOST_TASKS = 2_000;

  /** What tasks behind stuck workers would release by their code, by {@link Gate#placeOf}. */
  private final Map<Object, List<Queued>> byCode = new IdentityHashMap<>();

  /** The same by calling back whoever waits for their result; null until that is asked for. */
  private Map<Object, List<Queued>> byCallback;

  /** What depends on the futures that these tasks would complete. */
  private final Stages stages;

  private final List<Pool> standing = new ArrayList<>();
  private final List<Pool> moving = new ArrayList<>();

  /** A task in a queue, and one thing that it would release. */
  record Queued(Pool pool, Object task, Released released) {}

  QueuedReleases(Pools pools) {
    for (Pool pool : TaskHolders.among(pools)) {
      if (pool.queued().size() <= MOST_TASKS && GateWatch.stands(pool)) {
        standing.add(pool);
        addTo(byCode, of(pool));
      } else if (!pool.queued().isEmpty() || !pool.complete()) {
        moving.add(pool);
      }
    }
    stages = Stages.from(byCode.keySet());
  }

  /** One object for all who wait for the same, by what one of them parks on; null if unknown. */
  Object awaitedAt(Object parkedOn) {
    return Stages.isWait(parkedOn) ? stages.awaitedAt(parkedOn) : Gate.place(parkedOn);
  }

  /**
   * What must be opened before that what is awaited is: of a stage, a future that a queued task
   * would complete. Null if there is none.
   */
  Object sourceOf(Object place) {
    return Stages.isFuture(place) ? stages.sourceOf(place, byCode::containsKey) : place;
  }

  private static void addTo(Map<Object, List<Queued>> byPlace, Collection<Queued> found) {
    for (Queued queued : found) {
      Object place = Gate.placeOf(queued.released().object());
      if (place != null) {
        byPlace.computeIfAbsent(place, unused -> new ArrayList<>()).add(queued);
      }
    }
  }

  /** What the tasks in the queue of a pool would release by their code. */
  static List<Queued> of(Pool pool) {
    List<Queued> found = new ArrayList<>();
    for (Object task : pool.queued()) {
      for (Released released : Releases.of(task)) {
        found.add(new Queued(pool, task, released));
      }
    }
    return found;
  }

  /** The tasks behind stuck workers whose code opens a gate. */
  List<Queued> openersOf(Object place) {
    return byCode.getOrDefault(place, List.of());
  }

  /** The tasks behind stuck workers that lead to what opens a gate when it is called back. */
  List<Queued> callersOf(Object place) {
    List<Queued> found = new ArrayList<>(callersByCode(place));
    if (found.isEmpty() && CalledBack.mayBe(place)) {
      CalledBack calledBack = new CalledBack(place);
      for (Pool pool : standing) {
        for (Object task : pool.queued()) {
          if (calledBack.isBehind(task)) {
            found.add(new Queued(pool, task, called(place)));
          }
        }
      }
    }
    return found;
  }

  private static Released called(Object place) {
    String name = place.getClass().getName();
    return new Released(Gate.of(place).kind(), place, Prospect.AHEAD, true, name);
  }

  private List<Queued> callersByCode(Object place) {
    if (byCallback == null) {
      byCallback = new IdentityHashMap<>();
      Callbacks callbacks = new Callbacks();
      for (Pool pool : standing) {
        for (Object task : pool.queued()) {
          List<Released> released = callbacks.of(task);
          addTo(byCallback, released.stream().map(r -> new Queued(pool, task, r)).toList());
        }
      }
    }
    return byCallback.getOrDefault(place, List.of());
  }

  /** The other pools in which tasks wait, or may wait. */
  List<Pool> moving() {
    return moving;
  }

  /** True if the queue of a pool can be looked at. */
  static boolean isReadable(Pool pool) {
    return pool.complete() && pool.queued().size() <= MOST_TASKS;
  }
}
