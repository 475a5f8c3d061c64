package io.standstill.recorder;

import jdk.internal.vm.annotation.Contended;
import jdk.internal.vm.annotation.DontInline;

/**
 * What one thread does for others: the task of a pool that it runs now, and the futures that it is
 * to complete by running their functions, outermost first: a thread that helps runs tasks inside of
 * tasks. Only the owner of the journal writes it, with plain stores; it is read racily, like the
 * journal.
 *
 * <p>Padded, because the garbage collector puts those of several threads side by side, and each
 * writes its own with every task.
 */
@Contended
final class Work {
  private static final int INITIAL_DEPTH = 4;

  /** In steps; a power of two. */
  private static final int SLOT_LIFE = 1 << 10;

  /** Deeper nesting is counted, not kept. */
  private static final int MOST_PROMISES = 256;

  /** Counts the steps of this object: a part of {@link Journal#moves()}. */
  int moves;

  /** What a worker of a pool runs now; its slot is empty between tasks. */
  private Slot running = new Slot();

  /** When the task began, in observations of {@link Order}. */
  int began;

  /** Null until the first one. */
  private Object[] promises;

  private int depth;

  /** The pool whose worker this thread is, and its record: a worker knows its pool anyway. */
  private Object pool;

  private PoolRecord record;

  /** Null until the thread hands a future to its own pool. */
  private OwnSubmissions own;

  /** Where woven code of this worker has handed over a task last; 0 once that was made use of. */
  private int submitSite;

  /** Where the run time of the task goes if it is sampled, else null. */
  private PoolRecord timed;

  /** True if something is left to do when the task has ended. */
  private boolean unsettled;

  private long startNanos;
  private int random;

  /**
   * Replaced now and then, so that it is a young object: to write a reference to a young object
   * into an old one costs more than all else here, in most garbage collectors.
   */
  private static final class Slot {
    Object task;
  }

  Work(long threadId) {
    random = (int) (threadId * 0x9E3779B9L) | 1;
  }

  /** A pseudo-random number, so that samples keep step with nothing. */
  int random() {
    int x = scramble(random);
    random = x;
    return x;
  }

  /** One step of xorshift; never from or to 0. */
  static int scramble(int seed) {
    int x = seed;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x;
  }

  /** The record of a pool, or null. */
  PoolRecord recordOf(Object asked) {
    PoolRecord known = record;
    if (known == null || pool != asked) {
      known = PoolRecords.find(asked);
      record = known;
      pool = asked;
    }
    return known;
  }

  /** A worker is about to run a task. */
  void begin(Object task) {
    int steps = ++moves;
    Slot slot = running;
    if ((steps & SLOT_LIFE - 1) <= 1) {
      slot = new Slot();
      running = slot;
    }
    slot.task = task;
    began = Order.now();
  }

  /** What a worker of a pool runs now; null between tasks. */
  Object task() {
    return running.task;
  }

  void time(PoolRecord record) {
    timed = record;
    unsettled = true;
    startNanos = System.nanoTime();
  }

  /** The task has ended, whichever way. */
  void end() {
    moves++;
    running.task = null;
    if (unsettled) {
      settle();
    }
  }

  @DontInline
  private void settle() {
    unsettled = false;
    if (own != null) {
      SelfWaits.over(this);
      own.clear();
    }
    PoolRecord record = timed;
    if (record != null) {
      timed = null;
      record.ran(System.nanoTime() - startNanos);
    }
  }

  /** True if the current thread works for this pool. */
  static boolean isFor(PoolRecord pool) {
    Journal own = Journals.existing();
    Work work = own == null ? null : own.work;
    return work != null && work.record == pool;
  }

  /** The record of the pool that the thread works for, or null. */
  PoolRecord employer() {
    return record;
  }

  /** What the thread has to do with its own pool; null if nothing so far. */
  OwnSubmissions own() {
    return own;
  }

  /** For the task that runs now. */
  OwnSubmissions ownMadeIfNeeded() {
    unsettled = true;
    OwnSubmissions known = own;
    if (known == null) {
      known = new OwnSubmissions();
      own = known;
    }
    return known;
  }

  /** Woven code is about to hand a task to some executor. */
  void submittingAt(int site) {
    PoolRecord employer = record;
    if (employer != null) {
      submitSite = site;
      if (!employer.usedFromInside) {
        employer.usedFromInside = true;
      }
    }
  }

  int takeSubmitSite() {
    int site = submitSite;
    submitSite = 0;
    return site;
  }

  /** The thread works for no pool any more. */
  void leave() {
    pool = null;
    record = null;
  }

  void push(Object promise) {
    int at = depth;
    int steps = ++moves;
    Object[] known = promises;
    if (known == null || at == 0 && (steps & SLOT_LIFE - 1) <= 1) {
      known = new Object[INITIAL_DEPTH];
      promises = known;
    } else if (at == known.length && at < MOST_PROMISES) {
      Object[] more = new Object[at * 2];
      System.arraycopy(known, 0, more, 0, at);
      known = more;
      promises = known;
    }
    if (at < known.length) {
      known[at] = promise;
    }
    depth = at + 1;
  }

  void pop() {
    moves++;
    int at = depth - 1;
    if (at >= 0) {
      depth = at;
      if (at < promises.length) {
        promises[at] = null;
      }
    }
  }

  /** The futures that the thread is to complete, as far as they are kept, outermost first. */
  Object[] copyOfPromises() {
    Object[] known = promises;
    int count = known == null ? 0 : Math.min(depth, known.length);
    Object[] copy = new Object[count];
    for (int i = 0; i < count; i++) {
      copy[i] = known[i];
    }
    return copy;
  }
}
