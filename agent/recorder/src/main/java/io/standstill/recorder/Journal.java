package io.standstill.recorder;

import java.util.List;

/**
 * What one thread does that others may have to wait for: the locks that it holds, what it borrows,
 * takes, gives and runs.
 *
 * <p>What the thread does is written by the owning thread alone, with plain stores, and read
 * racily. The detector writes too, where it {@linkplain #forget forgets} what others have let go.
 * The journal refers to its thread weakly.
 */
public final class Journal extends Intentions {
  /** Next journal of the same bucket of {@link Journals}. */
  Journal next;

  /** Null until the thread takes from a queue. */
  private Sources sources;

  /** Null until the thread signals others, or puts something into a queue. */
  private Given given;

  /** What the thread does for others; null until it runs a task or an asynchronous function. */
  Work work;

  /** When it was made, in observations of {@link Order}. */
  final int born = Order.now();

  /** The chains of {@link Order} that need not be looked at any more; never null. */
  int[] knownChains = OrderNotes.NOTHING_KNOWN;

  private OrderNotes orderNotes;

  /** Made with the first thread that this one starts, and the like. */
  private ForkLog forks;

  /**
   * True while the thread waits for a result or at a gate; and still if the wait has ended by an
   * exception, which no hook sees, until that is noted.
   */
  boolean awaits;

  Journal(Thread owner, long threadId) {
    super(owner, threadId);
  }

  /** The thread's id; ids are never used twice in the life of a JVM. */
  public long threadId() {
    return threadId;
  }

  /** A number that differs between two looks whenever the thread did anything in between. */
  public int moves() {
    Work known = work;
    return known == null ? moves : moves + known.moves;
  }

  /** What the thread does for others, made if need be. For the owner only. */
  Work work() {
    Work known = work;
    if (known == null) {
      known = new Work(threadId);
      work = known;
    }
    return known;
  }

  /** The thread is about to take from a queue. */
  void takesFrom(Object queue) {
    moves++;
    Sources known = sources;
    if (known == null) {
      try {
        known = new Sources();
      } catch (OutOfMemoryError full) {
        return;
      }
      sources = known;
    }
    known.note(queue);
  }

  /** The thread is about to signal others, or to put something into a queue. */
  void givesTo(Object receiver) {
    moves++;
    Given known = given;
    if (known == null) {
      try {
        known = new Given();
      } catch (OutOfMemoryError full) {
        return;
      }
      given = known;
    }
    known.note(receiver);
  }

  /** What the thread has given to; null if to nobody. */
  public Given given() {
    return given;
  }

  /** The queues that the thread takes from, as far as they are remembered. */
  public List<Object> sources() {
    Sources known = sources;
    return known == null ? List.of() : known.queues();
  }

  /** What it has told of the order of its locks, made if need be. For the owner only. */
  OrderNotes orderNotes() {
    OrderNotes known = orderNotes;
    if (known == null) {
      known = new OrderNotes();
      orderNotes = known;
      knownChains = known.known;
    }
    return known;
  }

  /** Its steps among other threads, made if need be. For the owner only. */
  ForkLog forkLog() {
    ForkLog known = forks;
    if (known == null) {
      known = new ForkLog();
      forks = known;
    }
    return known;
  }

  /** The steps of the thread among others, or null if there were none. */
  public ForkLog forks() {
    return forks;
  }

  /** How many such steps there were. For the owner only. */
  int step() {
    ForkHooks.settle(this);
    ForkLog known = forks;
    return known == null ? 0 : known.count();
  }

  /** True if it says what the thread waits for, or is about to take. */
  public boolean isPending() {
    return pending() != null;
  }

  /** The task that the thread runs now as a worker of a pool, or null. */
  public Object task() {
    Work known = work;
    return known == null ? null : known.task();
  }

  /**
   * The futures that the thread is to complete by running their functions, outermost first;
   * elements are null where the copy was torn.
   */
  public Object[] promises() {
    Work known = work;
    return known == null ? new Object[0] : known.copyOfPromises();
  }

  /** Copies what the thread holds and waits for. The copy is meaningful once the thread blocks. */
  public Holdings holdings() {
    Object[] lockSlots = locks;
    long[] markSlots = marks;
    int depth = Math.min(top, Math.min(lockSlots.length, markSlots.length));
    Holdings.Entry[] held = new Holdings.Entry[depth];
    for (int i = 0; i < depth; i++) {
      held[i] = entry(lockSlots[i], markSlots[i], 0);
    }
    boolean pending = depth < lockSlots.length && depth < markSlots.length;
    int seen = moves;
    long timeout = timedMove == seen ? timeoutNanos : 0;
    return new Holdings(
        moves(),
        held,
        pending ? entry(lockSlots[depth], markSlots[depth], timeout) : null,
        foreignLocks(),
        lendingPools());
  }

  private static Holdings.Entry entry(Object lock, long mark, long timeout) {
    return lock == null ? null : Holdings.Entry.of(lock, mark, timeout);
  }

  /** True if the thread holds or waits for anything: a cheap look for the detector's first pass. */
  public boolean isBusy() {
    int at = top;
    Object[] slots = locks;
    return at > 0 || at < slots.length && slots[at] != null || isAnyAnnounced();
  }

  /**
   * Clears the pending slot if it still refers to this lock. For the sweeper, when a wait ended by
   * an exception and the thread has not touched its journal since: otherwise an idle thread would
   * keep the lock, and its class loader, alive.
   */
  public void forget(Object lock) {
    int at = top;
    Object[] slots = locks;
    if (at < slots.length) {
      Journals.clearSlot(slots, at, lock);
    }
  }

  /** The same for a foreign lock, or a pool of objects, whose call ended by an exception. */
  public void forgetForeign(Holdings.Entry entry) {
    forgetAnnounced(entry);
  }
}
