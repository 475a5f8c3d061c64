package io.standstill.detect.deadlock;

import io.standstill.detect.probe.FutureWait;
import io.standstill.detect.probe.ParkBlocker;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The cheap first pass: two glances at all threads, a moment apart. A suspect waits for something
 * that can have an owner, and has not moved in between.
 */
final class Suspects {
  /**
   * What one glance saw.
   *
   * @param announced whether the journal says what the thread waits for
   */
  record Glance(Thread.State state, int moves, Object parkedOn, boolean announced) {
    /** Compares by reference: what a thread parks on may have an {@code equals} of its own. */
    boolean isSameAs(Glance other) {
      return other != null
          && state == other.state
          && moves == other.moves
          && parkedOn == other.parkedOn;
    }

    /** True if another wait of the same thread would look different. */
    boolean tellsWaitsApart() {
      return announced || FutureWait.parksOn(parkedOn);
    }
  }

  private Suspects() {}

  /**
   * One glance at these threads.
   *
   * @param terminations what those park on who wait for the end of a pool
   * @param patient threads that have waited for long at a latch or the like
   */
  static Map<Thread, Glance> glance(
      Collection<Thread> threads, Collection<Object> terminations, ThreadSet patient) {
    Map<Thread, Glance> seen = new IdentityHashMap<>();
    for (Thread thread : threads) {
      Thread.State state = Threads.state(thread);
      if (state != Thread.State.NEW && state != Thread.State.TERMINATED) {
        Object parkedOn = ParkBlocker.of(thread, state);
        Journal journal = Journals.of(Threads.id(thread));
        if (isWorthAsking(state, parkedOn, journal)
            || parkedOn != null && terminations.contains(parkedOn)
            || patient.contains(thread)) {
          seen.put(thread, glance(thread, state, parkedOn));
        }
      }
    }
    return seen;
  }

  /** Those of the first glance that a second one finds unmoved. */
  static ThreadSet unmoved(Map<Thread, Glance> first) {
    ThreadSet unmoved = new ThreadSet();
    first.forEach(
        (thread, before) -> {
          Thread.State state = Threads.state(thread);
          Object parkedOn = ParkBlocker.of(thread, state);
          if (glance(thread, state, parkedOn).isSameAs(before)) {
            unmoved.add(thread);
          }
        });
    return unmoved;
  }

  private static Glance glance(Thread thread, Thread.State state, Object parkedOn) {
    Journal journal = Journals.of(Threads.id(thread));
    return journal == null
        ? new Glance(state, 0, parkedOn, false)
        : new Glance(state, journal.moves(), parkedOn, journal.isPending());
  }

  private static boolean isWorthAsking(Thread.State state, Object parkedOn, Journal journal) {
    if (state == Thread.State.BLOCKED) {
      return true;
    }
    if (Synchronizers.owner(parkedOn) != null
        || Synchronizers.isReadWriteLock(parkedOn)
        || Synchronizers.isSemaphore(parkedOn)
        || Synchronizers.isStampedLock(parkedOn)
        || FutureWait.parksOn(parkedOn)) {
      return true;
    }
    return journal != null && journal.isBusy() && awaitsMoreThanAnOwner(state, journal);
  }

  private static boolean awaitsMoreThanAnOwner(Thread.State state, Journal journal) {
    Holdings holdings = journal.holdings();
    if (!holdings.foreign().isEmpty()
        || !holdings.borrowing().isEmpty()
        || Threads.isWaiting(state) && FutureWait.mayBeInside(holdings)) {
      return true;
    }
    Holdings.Entry pending = holdings.pending();
    Site site = pending == null ? null : SiteTable.get(pending.site());
    return site != null
        && (site.kind() == Site.Kind.JOIN || site.kind() == Site.Kind.AWAIT)
        && Threads.isWaiting(state);
  }
}
