package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.DepartedTraces;
import io.standstill.detect.evidence.Gate;
import io.standstill.detect.evidence.Outlook;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Threads;
import io.standstill.pool.Promises;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Release;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Who waits for what has no owner, followed from look to look. Objects are held weakly. */
final class GateWaits {
  private static final long FIRST_ASKED_MILLIS = 300;
  private static final int MOST_PLEDGES = 100;

  /** One wait of one thread. */
  static final class Spell {
    private final WeakReference<Object> place;
    private final int moves;
    private final long sinceNanos;
    private final int missingAtFirst;
    private final List<Pledge> pledges = new ArrayList<>();
    private long askedMillis;

    private Spell(Awaited awaited, int moves, long now) {
      this.place = new WeakReference<>(awaited.place());
      this.moves = moves;
      this.sinceNanos = now;
      this.missingAtFirst = awaited.missing();
    }

    private boolean goesOn(Awaited awaited, int nowMoves) {
      return place.refersTo(awaited.place()) && moves == nowMoves;
    }

    /** For how long it has been seen, in steady time. */
    long nanos(long now) {
      return now - sinceNanos;
    }

    long sinceNanos() {
      return sinceNanos;
    }

    int missingAtFirst() {
      return missingAtFirst;
    }

    List<Pledge> pledges() {
      return pledges;
    }

    void add(Pledge pledge, Object task) {
      if (pledges.size() < MOST_PLEDGES && pledges.stream().noneMatch(known -> known.isOf(task))) {
        pledges.add(pledge);
      }
    }
  }

  /** A wait that goes on now. */
  record Waiting(Thread thread, Awaited awaited, Spell spell) {
    /**
     * True if it is time to ask again who would end it, as code may tell: each time it has lasted
     * twice as long. Whoever runs the task of a future ends the wait for it in any case.
     */
    boolean isToBeAsked(long now) {
      return awaited.isPromised()
          && millis(now) >= Math.max(FIRST_ASKED_MILLIS, 2 * spell.askedMillis)
          && Promises.runner(awaited.object()) == null;
    }

    void asked(long now) {
      spell.askedMillis = millis(now);
    }

    /** For how long it has lasted, by the looks or by the journal, which may know of it earlier. */
    long millis(long now) {
      return Math.max(TimeUnit.NANOSECONDS.toMillis(spell.nanos(now)), awaited.announcedMillis());
    }
  }

  private Map<Long, Spell> spells = new HashMap<>();

  /**
   * Those who wait now.
   *
   * @param now steady time
   */
  List<Waiting> look(Collection<Thread> threads, DepartedTraces departed, long now) {
    List<Waiting> waiting = new ArrayList<>();
    Map<Long, Spell> going = new HashMap<>();
    for (Thread thread : threads) {
      Awaited awaited = Outlook.isAgents(thread) ? null : Awaited.by(thread, departed);
      if (awaited != null) {
        Journal journal = Journals.of(Threads.id(thread));
        int moves = journal == null ? 0 : journal.moves();
        Spell before = spells.get(Threads.id(thread));
        Spell spell =
            before != null && before.goesOn(awaited, moves)
                ? before
                : new Spell(awaited, moves, now);
        going.put(Threads.id(thread), spell);
        waiting.add(new Waiting(thread, awaited, spell));
      }
    }
    spells = going;
    return waiting;
  }

  /** A wait that leads nowhere. */
  static Waiting rehearsed(Thread thread) {
    CountDownLatch latch = new CountDownLatch(1);
    Object place = Gate.placeOf(latch);
    Awaited awaited = new Awaited(latch, WaitType.LATCH, Release.Kind.COUNT_DOWN, place, 1, 0);
    return new Waiting(thread, awaited, new Spell(awaited, 0, 0));
  }

  /** True if the thread is in the wait that began then, by steady time. */
  boolean isIn(long threadId, long sinceNanos) {
    Spell spell = spells.get(threadId);
    return spell != null && spell.sinceNanos == sinceNanos;
  }
}
