package io.standstill.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * What pools of objects have lent: a hash table of chains, indexed by the identity of the lent
 * object.
 *
 * <p>Any thread inserts at the head of a chain, by compare-and-set, and takes an ended head away on
 * that occasion. Interior links are changed by the sweeper only. A loan that gets lost in a race is
 * one that nobody saw, and then nothing is said of its pool.
 */
public final class Loans {
  /** Pools around pools around pools; more are not kept. */
  static final int MOST_POOLS = 4;

  private static final VarHandle CHAIN = MethodHandles.arrayElementVarHandle(Loan[].class);
  private static final int BUCKETS = 1 << 10;

  /** If more objects were dropped and not given back, it is done where no hook sees it. */
  private static final int MOST_LOST = 1_000;

  private static final Loan[] TABLE = new Loan[BUCKETS];
  private static final byte[] HANDED_ON = new byte[1 << 12];

  /** Most applications borrow nothing: then giving back costs one read. */
  private static boolean used;

  private Loans() {}

  static void begin(Object pool, Object lent, int site) {
    try {
      Loan loan = find(lent);
      if (loan == null) {
        loan = insert(lent);
      }
      loan.begin(pool, site);
    } catch (OutOfMemoryError full) {
      return;
    }
  }

  static void end(Object lent) {
    Loan loan = used && lent != null ? find(lent) : null;
    if (loan != null) {
      loan.end();
    }
  }

  private static Loan find(Object lent) {
    for (Loan loan = head(bucketOf(System.identityHashCode(lent)));
        loan != null;
        loan = loan.next) {
      if (loan.refersTo(lent)) {
        return loan;
      }
    }
    return null;
  }

  private static Loan insert(Object lent) {
    used = true;
    Loan loan = new Loan(lent, System.identityHashCode(lent));
    int bucket = bucketOf(loan.hash);
    Loan head;
    do {
      head = head(bucket);
      loan.next = head != null && head.terms() == null ? head.next : head;
    } while (!CHAIN.compareAndSet(TABLE, bucket, head, loan));
    return loan;
  }

  private static Loan head(int bucket) {
    return (Loan) CHAIN.getAcquire(TABLE, bucket);
  }

  private static int bucketOf(int hash) {
    return (hash ^ hash >>> 16) & BUCKETS - 1;
  }

  /** What a pool has lent was given back by another thread than the one that had borrowed it. */
  static void noteHandedOn(Object pool) {
    int index = handedOnIndex(pool);
    if (HANDED_ON[index] == 0) {
      HANDED_ON[index] = 1;
    }
  }

  /**
   * True if what this pool has lent was given back by others, so that who has it now is open. Also
   * true for a pool that shares its hash with such a one.
   */
  public static boolean areHandedOn(Object pool) {
    return HANDED_ON[handedOnIndex(pool)] != 0;
  }

  private static int handedOnIndex(Object pool) {
    int hash = System.identityHashCode(pool);
    return (hash ^ hash >>> 16) & HANDED_ON.length - 1;
  }

  /** All loans that go on. */
  public static List<Loan> all() {
    List<Loan> loans = new ArrayList<>();
    for (int bucket = 0; used && bucket < BUCKETS; bucket++) {
      for (Loan loan = head(bucket); loan != null; loan = loan.next) {
        if (loan.terms() != null) {
          loans.add(loan);
        }
      }
    }
    return loans;
  }

  /** Forgets those that have ended. To be called by one thread only. */
  public static void sweep() {
    int lost = 0;
    for (Loan loan : all()) {
      lost += loan.isLost() ? 1 : 0;
    }
    for (int bucket = 0; used && bucket < BUCKETS; bucket++) {
      Loan previous = null;
      for (Loan loan = head(bucket); loan != null; loan = loan.next) {
        if (!isOver(loan, lost > MOST_LOST)) {
          previous = loan;
        } else if (previous != null) {
          previous.next = loan.next;
        } else {
          CHAIN.compareAndSet(TABLE, bucket, loan, loan.next);
        }
      }
    }
  }

  private static boolean isOver(Loan loan, boolean tooManyLost) {
    Loan.Terms terms = loan.terms();
    return terms == null || loan.isLost() && (tooManyLost || terms.pools().isEmpty());
  }
}
