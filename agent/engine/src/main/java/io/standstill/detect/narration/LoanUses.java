package io.standstill.detect.narration;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.LoanBook;
import io.standstill.detect.evidence.Wait;
import io.standstill.finding.LockUse;
import io.standstill.finding.WaitType;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Loan;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Describes what threads have borrowed from the pools that others wait for. */
final class LoanUses {
  private final Evidence evidence;
  private final Map<Long, Wait> waits;

  /**
   * @param waits what the others wait for, by thread id
   */
  LoanUses(Evidence evidence, Map<Long, Wait> waits) {
    this.evidence = evidence;
    this.waits = waits;
  }

  List<LockUse> of(Thread thread) {
    List<LockUse> uses = new ArrayList<>();
    if (waits.values().stream().anyMatch(Wait::isForLoan)) {
      for (LoanBook.Lent lent : evidence.loans().by(thread)) {
        lent.terms().pools().stream()
            .filter(this::isAwaited)
            .findFirst()
            .ifPresent(pool -> uses.add(use(pool, lent.terms())));
      }
    }
    return uses;
  }

  private boolean isAwaited(Object pool) {
    return waits.values().stream()
        .anyMatch(wait -> wait.isForLoan() && wait.lock().object() == pool);
  }

  private static LockUse use(Object pool, Loan.Terms terms) {
    Site site = SiteTable.get(terms.site());
    return new LockUse(
        WaitType.LOAN,
        pool.getClass().getName(),
        Integer.toHexString(System.identityHashCode(pool)),
        site == null ? null : site.lockName(),
        site == null ? null : site.toString(),
        (long) (Clock.now() - terms.tick()) * Clock.TICK_MILLIS,
        List.of());
  }
}
