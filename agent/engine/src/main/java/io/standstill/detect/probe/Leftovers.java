package io.standstill.detect.probe;

import io.standstill.jvm.Threads;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clears journals of waits that ended by an exception: no hook runs then, and the journal of a
 * thread that idles afterwards would keep the lock, and its class loader, alive.
 */
public final class Leftovers {
  private static final int FRAMES = 16;

  /** Foreign locks announced less than so many ticks ago are not even asked about. */
  private static final int FRESH_TICKS = 50;

  private Map<Long, Integer> movesBefore = new HashMap<>();

  /** Clears what has not changed since the last call and is not being waited for. */
  public void clear() {
    Map<Long, Integer> movesNow = new HashMap<>();
    for (Journal journal : Journals.all()) {
      Thread thread = journal.isBusy() ? journal.get() : null;
      if (thread == null) {
        continue;
      }
      Holdings holdings = journal.holdings();
      clearForeign(journal, holdings, thread);
      Holdings.Entry pending = holdings.pending();
      if (pending != null) {
        movesNow.put(journal.threadId(), journal.moves());
        Integer before = movesBefore.get(journal.threadId());
        if (before != null && before == journal.moves() && !isAwaited(thread, pending)) {
          journal.forget(pending.lock());
        }
      }
    }
    movesBefore = movesNow;
  }

  /** These may be left over while the thread goes on with other things, so its stack decides. */
  private static void clearForeign(Journal journal, Holdings holdings, Thread thread) {
    StackTraceElement[] stack = null;
    List<Holdings.Entry> announced = new ArrayList<>(holdings.foreign());
    announced.addAll(holdings.borrowing());
    for (Holdings.Entry entry : announced) {
      if (Clock.now() - entry.tick() > FRESH_TICKS) {
        stack = stack == null ? Threads.stack(thread) : stack;
        if (!ForeignCall.isOnStack(SiteTable.get(entry.site()), stack)) {
          journal.forgetForeign(entry);
        }
      }
    }
  }

  private static boolean isAwaited(Thread thread, Holdings.Entry pending) {
    Site site = SiteTable.get(pending.site());
    if (site == null || site.kind() == Site.Kind.MONITOR) {
      return true;
    }
    Object lock = pending.lock();
    Object parkedOn = Synchronizers.parkedOn(lock);
    if (site.kind() == Site.Kind.JOIN) {
      return Subject.of(thread, null).isJoining();
    } else if (site.kind() == Site.Kind.AWAIT) {
      return isInside(Subject.of(thread, null), lock.getClass());
    } else if (parkedOn == lock && !Synchronizers.isStampedLock(lock)) {
      return ForeignCall.isOnStack(site, Threads.stack(thread));
    }
    return ParkBlocker.of(thread, Threads.state(thread)) == parkedOn;
  }

  private static boolean isInside(Subject subject, Class<?> type) {
    for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
      if (subject.isIn(c.getName(), "", FRAMES)) {
        return true;
      }
    }
    return false;
  }
}
