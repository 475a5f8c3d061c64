package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.LoanBook;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.release.PoolSize;

/**
 * A thread that waits for an object of a pool, such as a connection to a database, all of which are
 * lent: any borrower may give one back. Who borrowed is history; how many there are is read from
 * the pool, and if that is not as many as were seen lent, nothing is said: the pool may make one
 * more, or somebody unseen has one. If the pool does not tell, it is a hint at most.
 */
final class LoanRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Wait known = null;
    Wait hint = null;
    for (Holdings.Entry wanted : subject.borrowing()) {
      Object pool = wanted.lock();
      int size = PoolSize.of(pool);
      if (size == PoolSize.UNKNOWN) {
        hint = hint(pool, subject, evidence);
      } else if (size == evidence.loans().of(pool).size()) {
        known = wait(pool, subject, evidence);
      } else {
        return null;
      }
    }
    return confirmed(known == null ? hint : known, subject, evidence);
  }

  private static Wait confirmed(Wait wait, Subject subject, Evidence evidence) {
    Holdings.Entry announced = wait == null ? null : subject.announcementOf(wait.lock());
    return announced == null
            || evidence.afterPatience(announced, wait) == null
            || evidence.loans().isOpen(wait.lock().object())
        ? null
        : evidence.judged(wait);
  }

  /** One that has but one borrower may just be slow to make another object. */
  private static Wait hint(Object pool, Subject subject, Evidence evidence) {
    boolean anyLost = evidence.loans().of(pool).stream().anyMatch(LoanBook.Lent::isLeftBehind);
    return anyLost
            || evidence.loans().borrowersOf(pool).size() < 2
            || !Threads.isWaiting(subject.state())
        ? null
        : wait(pool, subject, evidence).asHint();
  }

  /** Who sleeps and asks again gives up some day; who waits for ever does not. */
  private static Wait wait(Object pool, Subject subject, Evidence evidence) {
    ThreadSet borrowers = evidence.loans().borrowersOf(pool);
    return borrowers.isEmpty()
        ? null
        : new Wait(
            WaitType.LOAN,
            LockRef.of(pool),
            Need.ANY,
            borrowers,
            Certainty.LIKELY,
            subject.state() != Thread.State.WAITING,
            null);
  }
}
