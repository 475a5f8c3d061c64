package io.standstill.detect.narration;

import io.standstill.detect.evidence.LoanBook;
import io.standstill.detect.waits.Situation;
import io.standstill.finding.LockUse;
import io.standstill.finding.WaitType;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Loan;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import java.util.ArrayList;
import java.util.List;

/** Describes what members of a situation have borrowed from the pools that others wait for. */
final class LoanUses {
  private final Situation situation;

  LoanUses(Situation situation) {
    this.situation = situation;
  }

  List<LockUse> of(Thread thread) {
    List<LockUse> uses = new ArrayList<>();
    if (situation.awaitsLoan()) {
      for (LoanBook.Lent lent : situation.evidence().loans().by(thread)) {
        lent.terms().pools().stream()
            .filter(this::isAwaited)
            .findFirst()
            .ifPresent(pool -> uses.add(use(pool, lent.terms())));
      }
    }
    return uses;
  }

  private boolean isAwaited(Object pool) {
    return situation.waits().values().stream()
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
