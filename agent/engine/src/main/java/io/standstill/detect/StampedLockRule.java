package io.standstill.detect;

import io.standstill.graph.Need;
import io.standstill.recorder.ReleaseHistory;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A thread that waits for a {@code StampedLock}. Stamps have no owner and may be released by any
 * thread, so the holders are those who took it, and the wait is never proven. One who has ended has
 * left its stamp to somebody unknown.
 */
final class StampedLockRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Object lock = subject.parkedOn();
    if (!Synchronizers.isStampedLock(lock) || ReleaseHistory.handedOver(lock)) {
      return null;
    }
    WaitQueue.Place place = WaitQueue.of(subject.thread(), lock);
    if (place == null) {
      return null;
    }
    Set<Thread> owners = new LinkedHashSet<>();
    for (Holders.Holder holder : evidence.holders().of(lock)) {
      boolean conflicts = !place.shared() || !isReader(holder);
      if (conflicts && holder.thread().isAlive()) {
        owners.add(holder.thread());
      }
    }
    if (place.ahead() != null) {
      owners.add(place.ahead());
    }
    String type = place.shared() ? "read-lock" : "write-lock";
    return owners.isEmpty()
        ? null
        : Wait.byHistory(subject, type, LockRef.of(lock), Need.ALL, owners);
  }

  private static boolean isReader(Holders.Holder holder) {
    Site site = SiteTable.get(holder.entry().site());
    return site != null && site.kind() == Site.Kind.STAMPED_READ
        || holder.entry().lock().getClass().getSimpleName().equals("ReadLockView");
  }
}
