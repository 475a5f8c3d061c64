package io.standstill.detect;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Notices threads that have waited for long, without a timeout, while they hold a lock: for a
 * signal, that is, in a place where only the signal's own lock is given up. Idle consumers hold no
 * other, so in most applications there is nobody.
 */
final class StallWatch {
  /** A gap between looks that is so many thresholds long means that the process was stopped. */
  private static final int MOST_THRESHOLDS = 2;

  private final long thresholdNanos;
  private Map<Long, Spell> spells = new HashMap<>();
  private long lastLook = System.nanoTime();

  /** One wait: the thread has not moved since. */
  private record Spell(int moves, int parkedOn, long since) {
    boolean goesOn(Spell next) {
      return moves == next.moves && parkedOn == next.parkedOn;
    }
  }

  /**
   * @param threshold how long a thread must have waited
   */
  StallWatch(Duration threshold) {
    this.thresholdNanos = threshold.toNanos();
  }

  /** Those that have waited for so long. */
  ThreadSet look(Collection<Thread> threads) {
    long now = System.nanoTime();
    boolean stopped = now - lastLook > MOST_THRESHOLDS * thresholdNanos;
    lastLook = now;
    ThreadSet stalled = new ThreadSet();
    Map<Long, Spell> going = new HashMap<>();
    for (Thread thread : threads) {
      Journal journal = Journals.of(Threads.id(thread));
      if (journal != null
          && journal.isBusy()
          && Threads.state(thread) == Thread.State.WAITING
          && mayAwaitSignal(journal.holdings())) {
        Object parkedOn = ParkBlocker.of(thread, Thread.State.WAITING);
        Spell spell = new Spell(journal.moves(), System.identityHashCode(parkedOn), now);
        Spell before = stopped ? null : spells.get(Threads.id(thread));
        spell = before != null && before.goesOn(spell) ? before : spell;
        going.put(Threads.id(thread), spell);
        if (now - spell.since() >= thresholdNanos) {
          stalled.add(thread);
        }
      }
    }
    spells = going;
    return stalled;
  }

  /** The lock of the signal, and one more that is neither a permit nor wanted by itself. */
  private static boolean mayAwaitSignal(Holdings holdings) {
    int locks = 0;
    for (Holdings.Entry entry : holdings.held()) {
      Site site = entry == null ? null : SiteTable.get(entry.site());
      if (site != null && (site.kind() == Site.Kind.MONITOR || site.kind() == Site.Kind.LOCK)) {
        locks++;
      }
    }
    return holdings.pending() == null && locks > 1;
  }
}
