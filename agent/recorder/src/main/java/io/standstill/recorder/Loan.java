package io.standstill.recorder;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * An object that a pool of objects lends, such as a connection to a database, and who has it now.
 * All is held weakly. The borrower writes the terms, which are immutable; any thread may end the
 * loan, and the engine reads it racily.
 */
public final class Loan extends WeakReference<Object> {
  final int hash;

  /** Next older loan of the same bucket of {@link Loans}. */
  Loan next;

  private volatile Terms terms;

  Loan(Object lent, int hash) {
    super(lent);
    this.hash = hash;
  }

  /** One loan of the object. */
  public static final class Terms {
    private final WeakReference<Object>[] pools;
    private final WeakReference<Thread> borrower;
    private final long threadId;
    private final String threadName;
    private final int site;
    private final int tick = Clock.tick;
    private final boolean shared;

    private Terms(WeakReference<Object>[] pools, int site, boolean shared) {
      Thread thread = Thread.currentThread();
      this.pools = pools;
      this.borrower = new WeakReference<>(thread);
      this.threadId = Journals.id(thread);
      this.threadName = thread.getName();
      this.site = site;
      this.shared = shared;
    }

    /**
     * The pools that lend the object, each the inner one of the next: a data source may get its
     * connections from a pool. Those that are gone are left out.
     */
    public List<Object> pools() {
      List<Object> present = new ArrayList<>();
      for (WeakReference<Object> pool : pools) {
        Object known = pool.get();
        if (known != null) {
          present.add(known);
        }
      }
      return present;
    }

    /** The thread that has borrowed it, or null if it is gone. */
    public Thread borrower() {
      return borrower.get();
    }

    /** The name of that thread when it borrowed. */
    public String borrowerName() {
      return threadName;
    }

    /** Where it was borrowed: an id of {@link SiteTable}. */
    public int site() {
      return site;
    }

    /** When it was borrowed, in ticks of {@link Clock}. */
    public int tick() {
      return tick;
    }

    /** True if another thread had it before and was not seen giving it back: who has it is open. */
    public boolean isShared() {
      return shared;
    }

    private boolean isOf(Object pool) {
      for (WeakReference<Object> known : pools) {
        if (known.refersTo(pool)) {
          return true;
        }
      }
      return false;
    }
  }

  /** Who has the object now; null if nobody does. */
  public Terms terms() {
    return terms;
  }

  /** True if nothing refers to the object any more: nobody can give it back. */
  public boolean isLost() {
    return refersTo(null);
  }

  /** The current thread got the object from this pool; the outermost place is that of the user. */
  void begin(Object pool, int site) {
    Terms known = terms;
    boolean mine = known != null && known.threadId == Journals.id(Thread.currentThread());
    if (!mine || known.pools[0].refersTo(pool)) {
      terms = new Terms(pools(null, pool), site, known != null && !mine);
    } else if (!known.isOf(pool) && known.pools.length < Loans.MOST_POOLS) {
      terms = new Terms(pools(known.pools, pool), site, known.shared);
    }
  }

  private static WeakReference<Object>[] pools(WeakReference<Object>[] inner, Object outer) {
    int count = inner == null ? 0 : inner.length;
    @SuppressWarnings({"unchecked", "rawtypes"})
    WeakReference<Object>[] pools = new WeakReference[count + 1];
    for (int i = 0; i < count; i++) {
      pools[i] = inner[i];
    }
    pools[count] = new WeakReference<>(outer);
    return pools;
  }

  /** Somebody gives it back. */
  void end() {
    Terms known = terms;
    terms = null;
    if (known != null && known.threadId != Journals.id(Thread.currentThread())) {
      for (WeakReference<Object> pool : known.pools) {
        Object lender = pool.get();
        if (lender != null) {
          Loans.noteHandedOn(lender);
        }
      }
    }
  }
}
