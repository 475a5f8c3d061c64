package io.standstill.detect.evidence;

import io.standstill.detect.probe.ParkBlocker;
import io.standstill.detect.probe.QueueConditions;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolAccess;
import io.standstill.pool.Stages;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Given;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import io.standstill.release.CalledBack;
import io.standstill.release.PoolSize;
import io.standstill.release.Release;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject;

/**
 * What a thread waits for that has no owner, without a timeout: a latch, a future, a permit, room
 * in a bounded queue, an element, a signal, the end of a process; or, with a timeout too, an object
 * that a pool of objects lends. All reads, no calls.
 *
 * @param object the latch, future, semaphore or queue
 * @param type what kind of thing that is
 * @param kind what ends the wait; null for room in a queue of which those who took have ended, for
 *     an object of a pool, and for the end of a process
 * @param place one object for all who wait for the same
 * @param missing how many times a latch has still to be counted down, else 1
 * @param announcedMillis since when the journal knows of the wait, 0 if it does not
 */
public record Awaited(
    Object object,
    WaitType type,
    Release.Kind kind,
    Object place,
    int missing,
    long announcedMillis) {
  /** The class of the processes that the JDK itself has made. */
  private static final String JDK_PROCESS = "java.lang.ProcessImpl";

  private static final int PROCESS_FRAMES = 8;

  /** A thread that has waited less for a pool of objects is not looked at. */
  private static final long LOAN_MILLIS = 3_000;

  /** What the thread waits for now; null if it does not, or for something else, or for a time. */
  public static Awaited by(Thread thread, DepartedTraces departed) {
    Awaited loan = loan(thread);
    if (loan != null || Threads.state(thread) != Thread.State.WAITING || !PoolAccess.isOpen()) {
      return loan;
    }
    Awaited process = process(thread, pending(thread));
    if (process != null) {
      return process;
    }
    Object parkedOn = ParkBlocker.of(thread, Thread.State.WAITING);
    if (parkedOn instanceof FutureTask) {
      return new Awaited(
          parkedOn, WaitType.FUTURE, Release.Kind.COMPLETE, parkedOn, 1, age(pending(thread)));
    } else if (parkedOn instanceof Future && CalledBack.mayBe(parkedOn)) {
      return new Awaited(
          parkedOn, WaitType.FUTURE, Release.Kind.FULFIL, parkedOn, 1, age(pending(thread)));
    } else if (parkedOn instanceof ConditionObject) {
      Object left = departed.queueFullAt(parkedOn);
      Object full = left == null ? queueFullAt(parkedOn, thread) : left;
      return full == null
          ? given(thread, parkedOn)
          : new Awaited(
              full, WaitType.QUEUE, left == null ? Release.Kind.TAKE : null, parkedOn, 1, 0);
    } else if (parkedOn == null) {
      Object monitor = onlyMonitorOf(thread);
      return monitor == null ? null : signal(monitor, Release.Kind.NOTIFY);
    } else if (Gate.isAwaited(parkedOn)) {
      return announced(parkedOn, pending(thread));
    }
    return null;
  }

  /** Of the pools around pools that a thread borrows from, the outermost that tells its size. */
  private static Awaited loan(Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    List<Holdings.Entry> announced =
        journal == null || !journal.isBusy() ? List.of() : journal.holdings().borrowing();
    if (announced.isEmpty() || age(announced.get(0)) < LOAN_MILLIS) {
      return null;
    }
    Awaited outermost = null;
    for (Holdings.Entry entry : Subject.of(thread, null).borrowing()) {
      Object pool = entry.lock();
      if (PoolSize.of(pool) != PoolSize.UNKNOWN) {
        outermost = new Awaited(pool, WaitType.LOAN, null, pool, 1, age(entry));
      }
    }
    return outermost;
  }

  /** Only the journal knows which process, and only the stack whether that wait is over. */
  private static Awaited process(Thread thread, Holdings.Entry pending) {
    return pending != null
            && pending.lock() instanceof Process process
            && process.getClass().getName().equals(JDK_PROCESS)
            && Subject.of(thread, null).isIn(JDK_PROCESS, "waitFor", PROCESS_FRAMES)
        ? new Awaited(process, WaitType.PROCESS, null, process, 1, age(pending))
        : null;
  }

  /** The queue that is full for those who park on this and that the thread puts into, or null. */
  private static Object queueFullAt(Object condition, Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    Given given = journal == null ? null : journal.given();
    for (Object queue : given == null ? List.of() : given.objects()) {
      if (QueueConditions.notFull(queue) == condition) {
        return queue;
      }
    }
    return null;
  }

  /** What the thread takes an element from, or else a condition that may be signalled. */
  private static Awaited given(Thread thread, Object condition) {
    Journal journal = Journals.of(Threads.id(thread));
    for (Object queue : journal == null ? List.of() : journal.sources()) {
      if (QueueConditions.notEmpty(queue) == condition) {
        return new Awaited(queue, WaitType.ELEMENT, Release.Kind.PUT, condition, 1, 0);
      }
    }
    return signal(condition, Release.Kind.SIGNAL);
  }

  private static Awaited signal(Object object, Release.Kind kind) {
    return new Awaited(object, WaitType.SIGNAL, kind, object, 1, 0);
  }

  /** The monitor in which a thread may wait; null if it has entered none, or several. */
  private static Object onlyMonitorOf(Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    Object only = null;
    if (journal != null && journal.isBusy()) {
      for (Holdings.Entry entry : journal.holdings().held()) {
        Site site = entry == null ? null : SiteTable.get(entry.site());
        if (site != null && site.kind() == Site.Kind.MONITOR && entry.lock() != only) {
          if (only != null) {
            return null;
          }
          only = entry.lock();
        }
      }
    }
    return only;
  }

  /** The same wait, which whoever has this other object at hand may end. */
  public Awaited onto(Object other) {
    return new Awaited(other, type, kind, place, missing, announcedMillis);
  }

  /** True if tasks that end it tell so by their code. */
  public boolean isPromised() {
    return isKnown()
        && (type == WaitType.LATCH || type == WaitType.FUTURE || type == WaitType.PERMIT);
  }

  /** True if who would end it is known by having done so before, or by code ahead, if at all. */
  public boolean isByHistory() {
    return type == WaitType.SIGNAL || type == WaitType.ELEMENT || kind == Release.Kind.TAKE;
  }

  /** True if the object is known, and not just what the thread parks on meanwhile. */
  public boolean isKnown() {
    return !Stages.isWait(object);
  }

  /** True if it is for a notification. */
  public boolean isMonitor() {
    return kind == Release.Kind.NOTIFY;
  }

  private static Holdings.Entry pending(Thread thread) {
    Journal journal = Journals.of(Threads.id(thread));
    return journal == null || !journal.isBusy() ? null : journal.holdings().pending();
  }

  /** The future of which the journal says that the thread waits for it, or null. */
  static Object announcedFuture(Thread thread) {
    Holdings.Entry entry = pending(thread);
    return entry != null && entry.lock() instanceof CompletableFuture ? entry.lock() : null;
  }

  private static long age(Holdings.Entry pending) {
    return pending == null ? 0 : (long) Clock.steadySince(pending.tick()) * Clock.TICK_MILLIS;
  }

  /**
   * Only the journal knows the object around what the thread parks on. A future that was asked as
   * one of a library's own kind is not known, but that it is one is.
   */
  private static Awaited announced(Object parkedOn, Holdings.Entry entry) {
    Object pending = entry == null ? null : entry.lock();
    long age = age(entry);
    if (pending == null && Stages.isWait(parkedOn)) {
      return new Awaited(parkedOn, WaitType.FUTURE, Release.Kind.COMPLETE, parkedOn, 1, 0);
    }
    if (pending instanceof CompletableFuture && Stages.isWait(parkedOn)) {
      return new Awaited(pending, WaitType.FUTURE, Release.Kind.COMPLETE, pending, 1, age);
    } else if (pending instanceof CountDownLatch && Gate.placeOf(pending) == parkedOn) {
      int missing = Gate.of(pending).missing();
      return new Awaited(pending, WaitType.LATCH, Release.Kind.COUNT_DOWN, parkedOn, missing, age);
    } else if (pending instanceof Semaphore && Gate.placeOf(pending) == parkedOn) {
      return new Awaited(pending, WaitType.PERMIT, Release.Kind.PERMIT, parkedOn, 1, age);
    }
    return null;
  }

  /** The same place for an object that code would release; null if nobody is known to wait so. */
  public static Object placeOf(Object released) {
    return Gate.placeOf(released);
  }
}
