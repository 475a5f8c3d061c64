package io.standstill.detect.stall;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.LoanBook;
import io.standstill.finding.Certainty;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import io.standstill.release.PoolSize;
import java.util.List;

/**
 * A pool of objects that never got back what it lent: each borrower has ended, or nothing refers to
 * the object any more. Told only if that are as many as the pool has.
 */
final class LoanLoss {
  private final Evidence evidence;

  LoanLoss(Evidence evidence) {
    this.evidence = evidence;
  }

  /** Why nobody gives anything back; null if somebody may. */
  Stall of(List<GateWaits.Waiting> patient) {
    Object pool = patient.get(0).awaited().object();
    List<LoanBook.Lent> lent = evidence.loans().of(pool);
    if (lent.isEmpty()
        || PoolSize.of(pool) != lent.size()
        || !lent.stream().allMatch(LoanBook.Lent::isLeftBehind)
        || evidence.loans().isOpen(pool)) {
      return null;
    }
    LoanBook.Lent last = lent.get(0);
    Site site = SiteTable.get(last.terms().site());
    boolean nobodyHasAny = lent.stream().allMatch(each -> each.object() == null);
    return new Stall(
        patient,
        (lent.size() == 1
                ? "the only one was borrowed and not given back, by "
                : "all " + lent.size() + " were borrowed and not given back, one of them by ")
            + last.terms().borrowerName()
            + (site == null ? "" : " at " + site),
        "Give back in a finally block, or use try-with-resources.",
        nobodyHasAny && evidence.isHistoryComplete() ? Certainty.LIKELY : Certainty.POSSIBLE);
  }
}
