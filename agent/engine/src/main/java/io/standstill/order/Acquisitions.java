package io.standstill.order;

import io.standstill.recorder.Observation;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns what the recorder observed into what the graph is made of. */
final class Acquisitions {
  private final OrderedLocks locks;
  private final History history;
  private final Stacks stacks = new Stacks();

  Acquisitions(OrderedLocks locks, History history) {
    this.locks = locks;
    this.history = history;
  }

  /**
   * Null if a lock is gone already, if the thread held the lock before, or if nobody else could
   * have it: then there was no way to wait for it.
   */
  Acquisition of(Observation observation) {
    StackTraceElement[] frames = observation.takeStack();
    Callers callers = new Callers(frames);
    boolean jdk = false;
    List<Hold> held = new ArrayList<>();
    for (int i = 0; i < observation.size(); i++) {
      Object lock = observation.lock(i);
      Site site = SiteTable.get(observation.site(i));
      if (lock == null || site == null) {
        return null;
      }
      jdk |= site.isOfTheJdk();
      OrderedLock ordered = locks.of(lock, site);
      boolean fresh = ordered.isOnlyKnownTo(observation.threadId()) && mayBeNew(observation, i);
      held.add(new Hold(ordered, isShared(lock, site), callers.of(site), fresh));
    }
    if (Birthplaces.isOfUnborn(observation.site(observation.size() - 1))) {
      return null;
    }
    if (jdk && !callers.areOfTheApplication()) {
      return null;
    }
    Hold taken = held.remove(held.size() - 1);
    boolean recursive = held.stream().anyMatch(hold -> hold.lock() == taken.lock());
    return recursive || taken.lock().isForeign()
        ? null
        : acquisition(observation, once(held), taken, frames);
  }

  /** True if it was made, as far as code tells, after the thread took what it held before. */
  private static boolean mayBeNew(Observation observation, int index) {
    Object lock = observation.lock(index);
    Site taken = SiteTable.get(observation.site(index));
    boolean may = lock == null || Birthplaces.isOfUnborn(observation.site(index));
    for (int i = 0; i <= index && !may; i++) {
      may = Birthplaces.mayMake(observation.site(i), lock, taken);
    }
    return may;
  }

  private Acquisition acquisition(
      Observation observation, List<Hold> held, Hold taken, StackTraceElement[] frames) {
    String name = observation.threadName();
    return new Acquisition(
        observation.number(),
        observation.threadId(),
        name.isEmpty() ? "#" + observation.threadId() : name,
        observation.isVirtual(),
        observation.began(),
        observation.step(),
        history.knowsAllHeldBy(observation),
        held,
        taken,
        observation.isAgain(),
        observation.chain(),
        stacks.of(observation.chain(), frames));
  }

  /** A lock that is held several times is held as the most exclusive of them. */
  private static List<Hold> once(List<Hold> held) {
    Map<OrderedLock, Hold> byLock = new LinkedHashMap<>();
    for (Hold hold : held) {
      byLock.merge(hold.lock(), hold, (first, again) -> first.shared() ? again : first);
    }
    return List.copyOf(byLock.values());
  }

  private static boolean isShared(Object lock, Site site) {
    return switch (site.kind()) {
      case STAMPED_READ -> true;
      case LOCK -> lock.getClass().getSimpleName().startsWith("ReadLock");
      default -> false;
    };
  }
}
