package io.standstill.detect;

import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.ReleaseHistory;
import io.standstill.recorder.Site;
import java.util.List;

/**
 * A thread inside the {@code lock()} of a {@code Lock} that the JVM knows nothing of, such as one
 * built on {@code wait} and {@code notify}, or one that spins. The journals tell who took it. More
 * than one holder means that it is not exclusive, and then nothing follows; one that waits for
 * itself may just be slow to enter again.
 */
final class ForeignLockRule implements WaitRule {
  private static final int FRAMES = 24;
  private static final List<String> SHARED_MODE_NAMES = List.of("Read", "Shared");

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Holdings.Entry pending = subject.pending(Site.Kind.LOCK);
    if (pending == null || Synchronizers.parkedOn(pending.lock()) != pending.lock()) {
      return null;
    }
    Class<?> type = pending.lock().getClass();
    if (mayBeShared(type)
        || ReleaseHistory.handedOver(pending.lock())
        || !isInsideLock(subject, type)) {
      return null;
    }
    ThreadSet holders = new ThreadSet();
    for (Holders.Holder holder : evidence.holders().of(pending.lock())) {
      if (holder.thread().isAlive()) {
        holders.add(holder.thread());
      }
    }
    if (holders.size() != 1) {
      return null;
    }
    Wait wait = Wait.byHistory(subject, "lock", LockRef.of(pending.lock()), Need.ALL, holders);
    return holders.contains(subject.thread())
        ? evidence.afterPatience(pending, wait.asHint())
        : evidence.judged(wait);
  }

  private static boolean mayBeShared(Class<?> type) {
    return SHARED_MODE_NAMES.stream().anyMatch(type.getSimpleName()::contains);
  }

  /** The pending slot may be a leftover of an acquisition that failed: the stack decides. */
  static boolean isInsideLock(Subject subject, Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (subject.isIn(c.getName(), "lock", FRAMES)
          || subject.isIn(c.getName(), "tryLock", FRAMES)) {
        return true;
      }
    }
    return false;
  }
}
