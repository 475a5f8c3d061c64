package io.standstill.detect.evidence;

import io.standstill.detect.probe.ParkBlocker;
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
import java.util.function.Supplier;

/**
 * Notices threads that have waited for long, without a timeout, while they hold a lock: for a
 * signal, that is, in a place where only the signal's own lock is given up. Idle consumers hold no
 * other, so in most applications there is nobody.
 */
public final class StallWatch {
  private final Supplier<Duration> threshold;
  private Map<Long, Spell> spells = new HashMap<>();
  private long lastNanos;

  /**
   * One wait, in which the thread does not move.
   *
   * @param nanos how long it has been watched
   */
  private record Spell(int moves, int parkedOn, long nanos) {
    boolean goesOn(int nowMoves, int nowParkedOn) {
      return moves == nowMoves && parkedOn == nowParkedOn;
    }
  }

  /**
   * @param threshold how long a thread must have waited; asked in each look
   */
  public StallWatch(Supplier<Duration> threshold) {
    this.threshold = threshold;
  }

  /**
   * Those that have waited for so long.
   *
   * @param now steady time, in nanoseconds
   */
  public ThreadSet look(Collection<Thread> threads, long now) {
    long gap = now - lastNanos;
    lastNanos = now;
    long thresholdNanos = threshold.get().toNanos();
    ThreadSet stalled = new ThreadSet();
    Map<Long, Spell> going = new HashMap<>();
    for (Thread thread : threads) {
      if (isCandidate(thread)) {
        int moves = Journals.of(Threads.id(thread)).moves();
        int parkedOn = System.identityHashCode(ParkBlocker.of(thread, Thread.State.WAITING));
        Spell before = spells.get(Threads.id(thread));
        boolean same = before != null && before.goesOn(moves, parkedOn);
        Spell spell = new Spell(moves, parkedOn, same ? before.nanos() + gap : 0);
        going.put(Threads.id(thread), spell);
        if (spell.nanos() >= thresholdNanos) {
          stalled.add(thread);
        }
      }
    }
    spells = going;
    return stalled;
  }

  /** True if a thread waits, without a timeout, in a place where it may be for a signal. */
  public static boolean isCandidate(Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    return journal != null
        && journal.isBusy()
        && Threads.state(thread) == Thread.State.WAITING
        && mayAwaitSignal(journal.holdings());
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
