package io.standstill.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Notes when a worker waits for ever for a task that it has handed to its own pool: it gets on only
 * if another worker happens to be free. Noted once per pool and pair of places, in a table of fixed
 * size: workers add entries by compare-and-set, and only the engine removes them. A thread that
 * never hands a future to its own pool pays a comparison per wait.
 */
public final class SelfWaits {
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(SelfWait[].class);
  private static final int SIZE = 1 << 8;
  private static final SelfWait[] TABLE = new SelfWait[SIZE];

  /** An entry is not further than this from the slot where it belongs. */
  private static final int REACH = 8;

  private SelfWaits() {}

  /** A thread hands a task to a pool: perhaps it is a worker of it. */
  static void submitting(Object pool, PoolRecord record, Object task) {
    Journal journal = Journals.existing();
    Work work = journal == null ? null : journal.work;
    if (work == null || work.employer() != record) {
      return;
    }
    record.fed();
    usedFromInside(record);
    try {
      int site = work.takeSubmitSite();
      Object asynchronous = task instanceof FutureTask ? PlainFutures.taskOf(task) : task;
      Object promised = StagedFutures.promisedBy(asynchronous);
      if (promised != null) {
        Class<?> type = StagedFutures.functionTypeOf(asynchronous);
        submitting(promised, type, siteOf(type, site, journal), pool, journal);
      } else if (task instanceof FutureTask) {
        Class<?> type = PlainFutures.taskTypeOf(task);
        submitting(task, type, siteOf(type, site, journal), pool, journal);
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /** From now on it is noted where the workers of all pools submit. */
  private static void usedFromInside(PoolRecord pool) {
    if (!pool.usedFromInside) {
      pool.usedFromInside = true;
      SubmissionHooks.fromInside = true;
    }
  }

  /**
   * Where a task is handed over. It may have been on its way before that was noted at all; then its
   * class tells, unless it is a part of something.
   */
  private static int siteOf(Class<?> type, int noted, Journal journal) {
    boolean late = noted == 0 && type != null && journal.pendingForEver() == null;
    return late ? SubmissionHooks.onlySiteOf(type) : noted;
  }

  private static void submitting(
      Object future, Class<?> type, int site, Object pool, Journal journal) {
    OwnSubmissions own = journal.work.ownMadeIfNeeded();
    Object pending = site == 0 ? journal.pendingForEver() : null;
    if (!isExecutor(pending, pool)) {
      own.add(future, type != null && SubmissionHooks.submits(type, site) ? site : 0);
    } else if (!own.isWaiting()) {
      int bulk = journal.pendingSite();
      begin(journal, bulk, bulk, type, false);
    }
  }

  /** True inside of {@code invokeAll} and {@code invokeAny} of this pool or of what wraps it. */
  private static boolean isExecutor(Object pending, Object pool) {
    return pending == pool
        || pending instanceof ExecutorService && pending.getClass().getClassLoader() == null;
  }

  /** Before a thread waits for ever. */
  static void awaiting(Object awaited, Journal journal, int site) {
    PoolRecord employer = journal.work.employer();
    if (employer == null) {
      return;
    }
    try {
      over(journal.work);
      OwnSubmissions own = journal.work.own();
      if (awaited instanceof Executor || awaited instanceof Future) {
        usedFromInside(employer);
      }
      if (own != null && !own.isEmpty()) {
        awaiting(awaited, own, journal, site);
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  private static void awaiting(Object awaited, OwnSubmissions own, Journal journal, int site) {
    int submitSite = OwnSubmissions.NONE;
    Class<?> type = null;
    boolean begun = false;
    if (awaited instanceof FutureTask && PlainFutures.isPending(awaited)) {
      submitSite = own.siteOfPlain(awaited);
      type = PlainFutures.taskTypeOf(awaited);
      begun = PlainFutures.isBegun(awaited);
    } else if (awaited instanceof CompletableFuture && StagedFutures.isPending(awaited)) {
      submitSite = own.siteBehindStage(awaited);
    } else if (CompletionServices.isService(awaited)) {
      Object queue = CompletionServices.emptyQueueOf(awaited);
      submitSite = queue == null ? submitSite : own.siteOfPartFor(queue);
    }
    if (submitSite != OwnSubmissions.NONE) {
      begin(journal, site, submitSite, type, begun);
    }
  }

  private static void begin(
      Journal journal, int site, int submitSite, Class<?> type, boolean begun) {
    PoolRecord pool = journal.work.employer();
    SelfWait wait = find(pool, site, submitSite, journal.threadId, type);
    if (wait != null) {
      wait.began(begun);
      pool.selfWaits.enter();
      journal.work.own().begin(wait);
    }
  }

  /** The entry, a new one if need be; null if there is no room for one. */
  private static SelfWait find(
      PoolRecord pool, int site, int submitSite, long threadId, Class<?> type) {
    int slot = pool.hash + site * 31 + submitSite;
    SelfWait fresh = null;
    for (int i = 0; i < REACH; i++) {
      int at = slot + i & SIZE - 1;
      SelfWait known = (SelfWait) SLOT.getAcquire(TABLE, at);
      if (known == null) {
        fresh = fresh != null ? fresh : new SelfWait(pool, site, submitSite, threadId, type);
        known = (SelfWait) SLOT.compareAndExchange(TABLE, at, null, fresh);
        if (known == null) {
          return fresh;
        }
      }
      if (known.isOf(pool, site, submitSite)) {
        return known;
      }
    }
    return null;
  }

  /** The wait of a thread is over, if it was one. */
  static void over(Work work) {
    OwnSubmissions own = work.own();
    SelfWait wait = own == null ? null : own.end();
    if (wait != null) {
      wait.pool().selfWaits.leave();
    }
  }

  /** All that were noted for pools that are alive. Forgets the others. */
  public static List<SelfWait> sweep() {
    List<SelfWait> alive = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      SelfWait wait = (SelfWait) SLOT.getAcquire(TABLE, i);
      if (wait != null && wait.pool().refersTo(null)) {
        SLOT.setRelease(TABLE, i, null);
      } else if (wait != null) {
        alive.add(wait);
      }
    }
    return alive;
  }
}
