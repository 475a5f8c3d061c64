package io.standstill.recorder;

/**
 * Called around calls that borrow an object from a pool of objects or give it back. A pool has
 * fewer objects than threads want, as a lock has but one.
 */
public final class LoanHooks {
  private LoanHooks() {}

  /** Before an object is borrowed; returns the journal for later hooks. */
  public static Journal borrowing(Object pool, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null && pool != null) {
      own.borrowing(pool, site);
    }
    return own;
  }

  /** After the call. */
  public static void borrowed(Object pool, Object lent, Journal journal, int site) {
    if (journal != null && pool != null) {
      journal.borrowed(pool, site);
      if (lent != null) {
        Loans.begin(pool, lent, site);
      }
    }
  }

  /** Before an object is given back, if it was borrowed at all. */
  public static void returning(Object lent) {
    Loans.end(lent);
  }
}
