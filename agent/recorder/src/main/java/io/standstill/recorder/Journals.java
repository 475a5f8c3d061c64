package io.standstill.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import jdk.internal.misc.Unsafe;
import jdk.internal.vm.annotation.DontInline;

/**
 * Finds the journal of the current thread: a hash table of chains, indexed by thread id.
 *
 * <p>Invariants. A thread inserts only its own journal, at the head of a chain, by compare-and-set.
 * Only the sweeper removes journals, and only those of dead threads, so an interior link changes in
 * one place and a reader on a removed journal still reaches the rest of the chain. Reading takes no
 * lock and writes nothing.
 */
public final class Journals {
  /** Used only for what has one descriptor in all JDKs: array offsets went from int to long. */
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private static final long THREAD_ID = UNSAFE.objectFieldOffset(Thread.class, "tid");
  private static final VarHandle CHAIN = MethodHandles.arrayElementVarHandle(Journal[].class);
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Object[].class);
  private static final int BUCKETS = 1 << 14;

  /** No thread has this id. */
  private static final long TO_BE_RENEWED = -1;

  private static final Journal[] TABLE = new Journal[BUCKETS];

  /** After so many new journals the sweeper is woken early. */
  private static final int CROWD = 1 << 14;

  /** So many that nobody seems to sweep: threads go unrecorded rather than fill the heap. */
  private static final int MOST_UNSWEPT = 200_000;

  private static final Throwable UNSWEPT =
      new IllegalStateException("too many new threads since journals were last swept");

  /** How many journals were made since the last sweep, about: racy on purpose. */
  private static int unswept;

  private static volatile Thread sweeper;

  private Journals() {}

  /**
   * The journal of the current thread, made if need be; null if there is no room for one. A plain
   * read is enough to recognise one's own: it was put there by this very thread, and its id is
   * final. Small, because it is inlined wherever a lock is taken.
   */
  public static Journal current() {
    Thread thread = Thread.currentThread();
    long id = UNSAFE.getLong(thread, THREAD_ID);
    Journal journal = TABLE[(int) id & BUCKETS - 1];
    return journal != null && journal.key == id ? journal : find(thread, id);
  }

  @DontInline
  private static Journal find(Thread thread, long id) {
    Journal journal = head(id);
    while (journal != null && journal.threadId != id) {
      journal = journal.next;
    }
    if (journal == null) {
      return insert(thread, id);
    } else if (journal.key != id) {
      journal.renew();
    }
    return journal;
  }

  /**
   * Lets each thread move the slots of its journal to new arrays before it takes its next lock. To
   * be called after a garbage collection: each lock writes a reference into a slot, and into an
   * array that a generational collector has come to call old, that costs more than all the rest;
   * with G1, a fence. Asked for this way it costs nothing where nothing is to be done.
   */
  public static void renew() {
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      for (Journal journal = head(bucket); journal != null; journal = journal.next) {
        journal.key = TO_BE_RENEWED;
      }
    }
  }

  /** The journal of the current thread, or null if it has none. */
  static Journal existing() {
    long id = UNSAFE.getLong(Thread.currentThread(), THREAD_ID);
    Journal journal = TABLE[(int) id & BUCKETS - 1];
    return journal == null || journal.threadId == id ? journal : of(id);
  }

  private static Journal head(long id) {
    return (Journal) CHAIN.getAcquire(TABLE, (int) id & BUCKETS - 1);
  }

  private static Journal insert(Thread thread, long id) {
    if (unswept >= MOST_UNSWEPT) {
      Failures.count(UNSWEPT);
      return null;
    }
    try {
      Journal journal = new Journal(thread, id);
      do {
        journal.next = head(id);
      } while (!CHAIN.compareAndSet(TABLE, (int) id & BUCKETS - 1, journal.next, journal));
      if (++unswept % CROWD == 0 && sweeper != null) {
        LockSupport.unpark(sweeper);
      }
      return journal;
    } catch (Throwable failure) {
      Failures.count(failure);
      return null;
    }
  }

  /** A thread's id, whatever its class makes of {@code getId}. */
  static long id(Thread thread) {
    return UNSAFE.getLong(thread, THREAD_ID);
  }

  static void clearSlot(Object[] slots, int index, Object expected) {
    SLOT.compareAndSet(slots, index, expected, null);
  }

  /** Names the thread that is to be unparked when many journals have been made since its sweep. */
  public static void sweptBy(Thread thread) {
    sweeper = thread;
  }

  /** True if so many journals have been made since the last sweep that it is time for another. */
  public static boolean isCrowded() {
    return unswept >= CROWD;
  }

  /** All journals, those of threads that have ended included until the next sweep. */
  public static List<Journal> all() {
    List<Journal> journals = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      for (Journal journal = head(bucket); journal != null; journal = journal.next) {
        journals.add(journal);
      }
    }
    return journals;
  }

  /** The journal of a thread, or null if it has none. */
  public static Journal of(long threadId) {
    Journal journal = head(threadId);
    while (journal != null && journal.threadId != threadId) {
      journal = journal.next;
    }
    return journal;
  }

  /**
   * Removes the journals of dead threads. To be called by one thread only.
   *
   * @param leaving hears of each before it is removed, maybe twice: so whoever reads all journals
   *     meanwhile finds it here or there
   * @return those that were removed
   */
  public static List<Journal> sweep(Consumer<Journal> leaving) {
    unswept = 0;
    List<Journal> removed = new ArrayList<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      Journal previous = null;
      Journal journal = head(bucket);
      while (journal != null) {
        Journal next = journal.next;
        Thread owner = journal.get();
        if (owner != null && owner.isAlive()) {
          previous = journal;
        } else {
          leaving.accept(journal);
          if (remove(journal, previous, bucket, next)) {
            journal.work = null;
            removed.add(journal);
          } else {
            previous = journal; // A newer journal came in front of it: the next sweep removes it.
          }
        }
        journal = next;
      }
    }
    return removed;
  }

  private static boolean remove(Journal journal, Journal previous, int bucket, Journal next) {
    if (previous == null) {
      return CHAIN.compareAndSet(TABLE, bucket, journal, next);
    }
    previous.next = next;
    return true;
  }
}
