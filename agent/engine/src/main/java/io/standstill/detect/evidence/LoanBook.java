package io.standstill.detect.evidence;

import io.standstill.detect.probe.Crowd;
import io.standstill.jvm.ThreadSet;
import io.standstill.pool.Pool;
import io.standstill.recorder.Loan;
import io.standstill.recorder.Loans;
import io.standstill.release.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What pools of objects have lent, and to whom, as one look saw it. */
public final class LoanBook {
  private static final int MOST_TASKS = 2_000;

  private final Evidence evidence;
  private final Map<Object, List<Lent>> byPool = new IdentityHashMap<>();
  private final Map<Object, Boolean> open = new IdentityHashMap<>();

  /**
   * One object that is lent.
   *
   * @param object null if nothing refers to it any more
   * @param borrower the thread that has it, or null if that has ended
   */
  public record Lent(Object object, Thread borrower, Loan.Terms terms) {
    /** True if its borrower will not give it back. */
    public boolean isLeftBehind() {
      return object == null || borrower == null;
    }
  }

  LoanBook(Evidence evidence) {
    this.evidence = evidence;
    for (Loan loan : Loans.all()) {
      Loan.Terms terms = loan.terms();
      if (terms != null) {
        Thread thread = terms.borrower();
        Lent lent = new Lent(loan.get(), thread != null && thread.isAlive() ? thread : null, terms);
        for (Object pool : terms.pools()) {
          byPool.computeIfAbsent(pool, unused -> new ArrayList<>()).add(lent);
        }
      }
    }
  }

  /** What this pool has lent. */
  public List<Lent> of(Object pool) {
    return byPool.getOrDefault(pool, List.of());
  }

  /** What this thread has borrowed. */
  public List<Lent> by(Thread borrower) {
    List<Lent> all = new ArrayList<>();
    for (List<Lent> lent : byPool.values()) {
      lent.stream()
          .filter(each -> each.borrower() == borrower && !all.contains(each))
          .forEach(all::add);
    }
    return all;
  }

  /** The live threads that have something of this pool. */
  public ThreadSet borrowersOf(Object pool) {
    ThreadSet borrowers = new ThreadSet();
    for (Lent lent : of(pool)) {
      if (!lent.isLeftBehind()) {
        borrowers.add(lent.borrower());
      }
    }
    return borrowers;
  }

  /**
   * True if others than the borrowers may give back what this pool has lent: it has happened
   * before, or what another thread runs, or will run, leads to a lent object.
   */
  public boolean isOpen(Object pool) {
    return Loans.areHandedOn(pool)
        || of(pool).stream().anyMatch(lent -> lent.terms().isShared())
        || open.computeIfAbsent(pool, this::isWithinReach);
  }

  private boolean isWithinReach(Object pool) {
    List<Object> lent = new ArrayList<>();
    List<Object> pools = new ArrayList<>();
    for (Lent each : of(pool)) {
      if (each.object() != null) {
        lent.add(each.object());
      }
      pools.addAll(each.terms().pools());
    }
    return isWithin(Reach.ofAny(lent, pools), borrowersOf(pool));
  }

  private boolean isWithin(Reach reach, ThreadSet borrowers) {
    Collection<Thread> threads = evidence.allThreads();
    if (Crowd.isTooLarge(threads)) {
      return true;
    }
    for (Thread thread : threads) {
      if (!borrowers.contains(thread)
          && !Outlook.isAgents(thread)
          && evidence.outlook().leadsTo(reach, thread)) {
        return true;
      }
    }
    for (Pool executor : evidence.routes().pools().all()) {
      if (!executor.complete()
          || executor.queued().size() > MOST_TASKS
          || executor.queued().stream().anyMatch(reach::leadsFrom)) {
        return true;
      }
    }
    return false;
  }
}
