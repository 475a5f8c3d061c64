package io.standstill.recorder;

import java.lang.ref.WeakReference;
import java.util.List;
import jdk.internal.vm.annotation.DontInline;

/**
 * What one thread holds and what it is about to take: a small stack.
 *
 * <p>Invariants. Only the owning thread writes {@code top}, {@code locks}, {@code marks} and {@code
 * moves}, with plain stores. Slots below {@code top} are held; a non-null slot <em>at</em> {@code
 * top} is a lock that the owner waits for or is about to take ("pending"). Every operation changes
 * {@code moves}. A reader looks racily: what it sees of a running thread may be torn, but a thread
 * that is blocked has finished all its stores, and two looks with equal {@code moves} at a blocked
 * thread see one state. The single exception to "only the owner writes": {@link #forget} lets the
 * sweeper clear the leftover of a wait that ended by an exception.
 *
 * <p>A mark packs the call site (upper half) and the tick of the last change (lower half). The
 * journal refers to its thread weakly; it holds a lock strongly only while the thread does.
 *
 * <p>After each garbage collection the slots move to new arrays: see {@link Journals#renew}.
 */
public final class Journal extends WeakReference<Thread> {
  private static final int INITIAL_DEPTH = 8;
  private static final int MAXIMUM_DEPTH = 1 << 14;

  /** From here on a full stack is compacted first. */
  private static final int COMPACTED_DEPTH = 1 << 6;

  final long threadId;

  /** The thread's id again, or another number if the slots are to move to new arrays. */
  long key;

  /** Next journal of the same bucket of {@link Journals}. */
  Journal next;

  int top;
  int moves;
  Object[] locks = new Object[INITIAL_DEPTH];
  long[] marks = new long[INITIAL_DEPTH];

  /** How long the acquisition that began at move {@code timedMove} may take, in nanoseconds. */
  long timeoutNanos;

  int timedMove = -1;

  /** Made with the first foreign lock, because most threads never meet one. */
  private ForeignLocks foreign;

  /** The pools of objects that it borrows from, kept in the same way; made with the first. */
  private ForeignLocks borrowing;

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

  Journal(Thread owner, long threadId) {
    super(owner);
    this.threadId = threadId;
    this.key = threadId;
  }

  /** Moves the slots to new arrays. For the owner only, and not while it changes them. */
  void renew() {
    replaceSlots(locks.length);
    key = threadId;
  }

  /** Writes the pending slot. */
  void intend(Object lock, int site) {
    int at = top;
    if (at == locks.length) {
      grow();
      at = top;
    }
    locks[at] = lock;
    marks[at] = (long) site << 32 | Clock.tick;
    moves++;
  }

  /** Writes the pending slot of an acquisition that gives up after some time. */
  void intend(Object lock, int site, long nanos) {
    intend(lock, site);
    timeoutNanos = nanos;
    timedMove = moves;
  }

  /** A foreign lock is about to be taken: see {@link ForeignLocks}. */
  void announce(Object lock, int site, long timeoutNanos) {
    ForeignLocks announced = foreign;
    if (announced == null) {
      try {
        announced = new ForeignLocks();
      } catch (OutOfMemoryError full) {
        return;
      }
      foreign = announced;
    }
    announced.announce(lock, site, timeoutNanos, top);
  }

  /** A foreign lock was taken. What its own code has recorded of that is the same hold. */
  void acquiredForeign(Object lock, int site) {
    int before = withdraw(lock, site);
    if (before >= 0) {
      for (int i = before; i < top; i++) {
        if (locks[i] == lock) {
          clearPending();
          marks[i] = (long) site << 32 | Clock.tick;
          moves++;
          return;
        }
      }
    }
    acquired(lock, site);
  }

  /** A foreign lock was not taken. */
  void giveUpForeign(Object lock, int site) {
    withdraw(lock, site);
    giveUp();
  }

  private int withdraw(Object lock, int site) {
    ForeignLocks announced = foreign;
    return announced == null ? -1 : announced.withdraw(lock, site);
  }

  /** An object is about to be borrowed from a pool of objects. */
  void borrowing(Object pool, int site) {
    ForeignLocks announced = borrowing;
    if (announced == null) {
      try {
        announced = new ForeignLocks();
      } catch (OutOfMemoryError full) {
        return;
      }
      borrowing = announced;
    }
    announced.announce(pool, site, 0, top);
    moves++;
  }

  /** It was, or the pool had none to lend. */
  void borrowed(Object pool, int site) {
    ForeignLocks announced = borrowing;
    if (announced != null) {
      announced.withdraw(pool, site);
    }
    moves++;
  }

  /** The pending slot has become a held one. */
  void enter() {
    int at = top;
    long mark = marks[at];
    int tick = Clock.tick;
    if ((int) mark != tick) {
      marks[at] = mark & 0xFFFFFFFF_00000000L | tick;
    }
    top = at + 1;
  }

  /** A lock was taken: the pending slot becomes a held one, unless something overwrote it. */
  void acquired(Object lock, int site) {
    int at = top;
    if (at < locks.length && locks[at] == lock) {
      enter();
    } else {
      pushUnannounced(lock, site);
    }
  }

  @DontInline
  private void pushUnannounced(Object lock, int site) {
    push(lock, site);
  }

  /** Pushes a held lock, whatever the pending slot says. */
  void push(Object lock, int site) {
    intend(lock, site);
    top++;
  }

  /** What the thread is about to take or to wait for, without a time limit; or null. */
  Object pendingForEver() {
    int at = top;
    boolean timed = timedMove == moves;
    return timed || at == locks.length ? null : locks[at];
  }

  /** The site of what the thread is about to take or to wait for. */
  int pendingSite() {
    return (int) (marks[top] >>> 32);
  }

  /** Clears the pending slot. */
  void giveUp() {
    if (top < locks.length) {
      locks[top] = null;
    }
    moves++;
  }

  /** Removes the newest entry of a lock; false if this thread was never seen taking it. */
  boolean remove(Object lock) {
    int last = top - 1;
    if (last >= 0 && locks[last] == lock) {
      clearPending();
      locks[last] = null;
      top = last;
      moves++;
      return true;
    }
    return removeBelow(lock);
  }

  @DontInline
  private boolean removeBelow(Object lock) {
    clearPending();
    for (int i = top - 2; i >= 0; i--) {
      if (locks[i] == lock) {
        int last = top - 1;
        for (int k = i; k < last; k++) {
          locks[k] = locks[k + 1];
          marks[k] = marks[k + 1];
        }
        locks[last] = null;
        top = last;
        moves++;
        return true;
      }
    }
    return false;
  }

  /**
   * Most of the time there is nothing to clear; and a reference is dearer to write than to read.
   */
  private void clearPending() {
    Object[] slots = locks;
    int at = top;
    if (at < slots.length && slots[at] != null) {
      slots[at] = null;
    }
  }

  /**
   * Makes room: drops entries of locks that others have released, else doubles the stack. At its
   * bound, or without memory, it drops the older half instead, because entries that deep are the
   * leftovers of locks released where no hook could see it.
   */
  @DontInline
  private void grow() {
    int depth = locks.length;
    if (depth >= COMPACTED_DEPTH) {
      dropHandedOver();
      if (top <= depth - depth / 4) {
        return;
      }
    }
    if (depth >= MAXIMUM_DEPTH || !replaceSlots(depth * 2)) {
      dropOlderHalf();
    }
  }

  /** Drops entries of locks that others have released; false if there were none. */
  boolean dropHandedOver() {
    int kept = 0;
    for (int i = 0; i < top; i++) {
      if (!isHandedOver(i)) {
        locks[kept] = locks[i];
        marks[kept] = marks[i];
        kept++;
      }
    }
    if (kept == top) {
      return false;
    }
    clearPending();
    clearFrom(kept);
    moves++;
    return true;
  }

  /** Monitors are released by their owners; and asking them for a hash code would inflate them. */
  private boolean isHandedOver(int index) {
    Site site = SiteTable.get((int) (marks[index] >>> 32));
    return (site == null || site.kind() != Site.Kind.MONITOR)
        && ReleaseHistory.handedOver(locks[index]);
  }

  /** Moves the slots to new arrays of this size. */
  private boolean replaceSlots(int depth) {
    try {
      Object[] newLocks = new Object[depth];
      long[] newMarks = new long[depth];
      int used = Math.min(top + 1, locks.length); // The pending slot belongs to them.
      System.arraycopy(locks, 0, newLocks, 0, used);
      System.arraycopy(marks, 0, newMarks, 0, used);
      marks = newMarks;
      locks = newLocks;
      return true;
    } catch (OutOfMemoryError full) {
      return false;
    }
  }

  private void dropOlderHalf() {
    int dropped = top / 2;
    int kept = top - dropped;
    System.arraycopy(locks, dropped, locks, 0, kept);
    System.arraycopy(marks, dropped, marks, 0, kept);
    clearFrom(kept);
  }

  private void clearFrom(int kept) {
    for (int i = kept; i < top; i++) {
      locks[i] = null;
    }
    top = kept;
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

  /** How many such steps there were. */
  int step() {
    ForkLog known = forks;
    return known == null ? 0 : known.count();
  }

  /** What the pending slot says. */
  Object pending() {
    int at = top;
    Object[] slots = locks;
    return at < slots.length ? slots[at] : null;
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
        entries(foreign),
        entries(borrowing));
  }

  private static List<Holdings.Entry> entries(ForeignLocks announced) {
    return announced == null ? List.of() : announced.entries();
  }

  private static Holdings.Entry entry(Object lock, long mark, long timeout) {
    return lock == null ? null : new Holdings.Entry(lock, (int) (mark >>> 32), (int) mark, timeout);
  }

  /** True if the thread holds or waits for anything: a cheap look for the detector's first pass. */
  public boolean isBusy() {
    int at = top;
    Object[] slots = locks;
    return at > 0 || at < slots.length && slots[at] != null || isAny(foreign) || isAny(borrowing);
  }

  private static boolean isAny(ForeignLocks announced) {
    return announced != null && !announced.isEmpty();
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
    forget(entry, foreign);
    forget(entry, borrowing);
  }

  private static void forget(Holdings.Entry entry, ForeignLocks announced) {
    if (announced != null) {
      announced.forget(entry);
    }
  }
}
