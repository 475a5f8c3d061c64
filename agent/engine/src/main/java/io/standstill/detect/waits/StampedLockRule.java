package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Holders;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.WaitQueue;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import io.standstill.recorder.ReleaseHistory;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.concurrent.locks.StampedLock;

/**
 * A thread that waits for a {@code StampedLock}. Stamps have no owner and may be released by any
 * thread, so the holders are those who took it, and the wait is never proven. One who has ended has
 * left its stamp to somebody unknown; and if more is claimed than the lock itself counts, some
 * claim is stale, and nothing is said.
 */
final class StampedLockRule implements WaitRule {
  private static final PrivateField READ_VIEW = PrivateField.of(StampedLock.class, "readLockView");
  private static final PrivateField WRITE_VIEW =
      PrivateField.of(StampedLock.class, "writeLockView");

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!(subject.parkedOn() instanceof StampedLock lock) || isHandedOver(lock)) {
      return null;
    }
    WaitQueue.Place place = WaitQueue.of(subject.thread(), lock);
    if (place == null || !isConsistent(lock, evidence)) {
      return null;
    }
    ThreadSet owners = new ThreadSet();
    for (Holders.Holder holder : evidence.holders().of(lock)) {
      boolean conflicts = !place.shared() || !isReader(holder);
      if (conflicts && holder.thread().isAlive()) {
        owners.add(holder.thread());
      }
    }
    if (place.ahead() != null) {
      owners.add(place.ahead());
    }
    WaitType type = place.shared() ? WaitType.READ_LOCK : WaitType.WRITE_LOCK;
    return owners.isEmpty()
        ? null
        : evidence.judged(Wait.byHistory(subject, type, LockRef.of(lock), Need.ALL, owners));
  }

  private static boolean isHandedOver(StampedLock lock) {
    Object readView = READ_VIEW.get(lock);
    Object writeView = WRITE_VIEW.get(lock);
    return ReleaseHistory.handedOver(lock)
        || readView != null && ReleaseHistory.handedOver(readView)
        || writeView != null && ReleaseHistory.handedOver(writeView);
  }

  private static boolean isConsistent(StampedLock lock, Evidence evidence) {
    int readers = 0;
    int writers = 0;
    for (Holders.Holder holder : evidence.holders().of(lock)) {
      if (isReader(holder)) {
        readers++;
      } else {
        writers++;
      }
    }
    boolean exact = lock.getClass() == StampedLock.class;
    return exact && readers <= lock.getReadLockCount() && writers <= (lock.isWriteLocked() ? 1 : 0);
  }

  private static boolean isReader(Holders.Holder holder) {
    Site site = SiteTable.get(holder.entry().site());
    return site != null && site.kind() == Site.Kind.STAMPED_READ
        || holder.entry().lock().getClass().getSimpleName().equals("ReadLockView");
  }
}
