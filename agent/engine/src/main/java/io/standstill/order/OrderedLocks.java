package io.standstill.order;

import io.standstill.detect.probe.Synchronizers;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ClassNames;
import io.standstill.recorder.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds what is known of a lock by its identity. Forgets the locks that are gone. */
final class OrderedLocks {
  private final Map<Integer, List<OrderedLock>> byHash = new HashMap<>();

  /** What is known of this lock, which some code takes at this place. */
  OrderedLock of(Object lock, Site site) {
    Object synchronizer = Synchronizers.parkedOn(lock);
    int hash = System.identityHashCode(synchronizer);
    List<OrderedLock> alike = byHash.computeIfAbsent(hash, unused -> new ArrayList<>(1));
    OrderedLock known = null;
    for (OrderedLock each : alike) {
      known = each.refersTo(synchronizer) ? each : known;
    }
    if (known == null) {
      known =
          new OrderedLock(
              synchronizer,
              lock.getClass().getName(),
              System.identityHashCode(lock),
              type(site),
              isForeign(lock, synchronizer, site));
      alike.add(known);
    }
    if (lock instanceof Class<?> type) {
      known.called(type.getName() + ".class", type.getName() + ".class");
    } else if (site.lockField() != null) {
      known.called(ClassNames.ofField(site.lockField()), site.lockField());
    } else {
      known.called(site.lockName(), null);
    }
    return known;
  }

  private static boolean isForeign(Object lock, Object synchronizer, Site site) {
    return (site.kind() == Site.Kind.LOCK || site.kind() == Site.Kind.SIGNAL)
        && lock == synchronizer
        && lock.getClass().getClassLoader() != null;
  }

  private static WaitType type(Site site) {
    return switch (site.kind()) {
      case MONITOR -> WaitType.MONITOR;
      case SEMAPHORE, SCOPED_PERMIT -> WaitType.PERMIT;
      default -> WaitType.LOCK;
    };
  }

  /** Forgets the locks that are gone. */
  void sweep() {
    byHash.values().forEach(alike -> alike.removeIf(lock -> lock.refersTo(null)));
    byHash.values().removeIf(List::isEmpty);
  }
}
