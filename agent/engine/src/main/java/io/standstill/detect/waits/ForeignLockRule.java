package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Holders;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.ReleaseHistory;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.List;

/**
 * A thread inside the {@code lock()} of a {@code Lock} that the JVM knows nothing of, such as one
 * built on {@code wait} and {@code notify}, or one that spins. The journals tell who took it. More
 * than one holder means that it is not exclusive, and then nothing follows. One that waits for
 * itself may just be slow to enter again, and one that waits with a timeout of the lock's own, not
 * of the caller's, may find the lock free without being told: its holder's lease may end.
 */
final class ForeignLockRule implements WaitRule {
  private static final List<String> SHARED_MODE_NAMES = List.of("Read", "Shared");

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Holdings.Entry wanted = subject.foreign();
    if (wanted == null
        || Synchronizers.parkedOn(wanted.lock()) != wanted.lock()
        || mayBeShared(wanted.lock().getClass())
        || ReleaseHistory.handedOver(wanted.lock())) {
      return null;
    }
    ThreadSet holders = holdersOf(wanted.lock(), evidence);
    if (holders.size() != 1) {
      return null;
    }
    Wait wait =
        new Wait(
            WaitType.LOCK,
            LockRef.of(wanted.lock()),
            Need.ALL,
            holders,
            Certainty.LIKELY,
            wanted.timeoutNanos() > 0,
            null);
    boolean looksAgain =
        subject.state() == Thread.State.TIMED_WAITING && wanted.timeoutNanos() == 0;
    return holders.contains(subject.thread()) || looksAgain
        ? evidence.afterPatience(wanted, wait.asHint())
        : evidence.judged(wait);
  }

  private static boolean mayBeShared(Class<?> type) {
    return SHARED_MODE_NAMES.stream().anyMatch(type.getSimpleName()::contains);
  }

  /** Who has entered the lock's monitor, perhaps to wait in it, does not hold the lock for that. */
  private static ThreadSet holdersOf(Object lock, Evidence evidence) {
    ThreadSet holders = new ThreadSet();
    for (Holders.Holder holder : evidence.holders().of(lock)) {
      Site site = SiteTable.get(holder.entry().site());
      if (site != null && site.kind() == Site.Kind.LOCK && holder.thread().isAlive()) {
        holders.add(holder.thread());
      }
    }
    return holders;
  }
}
