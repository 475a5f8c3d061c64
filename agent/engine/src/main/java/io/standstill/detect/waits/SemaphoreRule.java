package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Holders;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.ParkBlocker;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.ReleaseHistory;
import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import io.standstill.release.Reach;
import io.standstill.release.Release;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * A thread that waits for permits of a {@code Semaphore}: any holder may give one back. Permits
 * have no owner, so the holders are those who took them, and the wait is never proven. It is open
 * if anyone else has been seen releasing, or may have to: for a taker that has ended, say.
 *
 * <p>Many semaphores are signals, or bound work that a callback finishes later. A finding is likely
 * only where one is used as a lock, released where it is acquired, or where several are acquired
 * crosswise; where all holders wait for more of the same semaphore there is a hint at most, and
 * none if others have it at hand. A subclass may release by ways that nobody sees, so of one that
 * is not used as a lock nothing is said.
 */
final class SemaphoreRule implements WaitRule {
  /** A pool may count by a semaphore what it lends: then the pool tells more. */
  private final WaitRule loans = new LoanRule();

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!Synchronizers.isSemaphore(subject.parkedOn())) {
      return null;
    }
    Wait loan = loans.explain(subject, evidence);
    return loan == null ? explainPermit(subject, evidence) : loan;
  }

  private static Wait explainPermit(Subject subject, Evidence evidence) {
    Holdings.Entry pending = subject.pendingOn(subject.parkedOn());
    if (pending == null || ReleaseHistory.handedOver(pending.lock())) {
      return null;
    }
    List<Holders.Holder> holders = evidence.holders().of(subject.parkedOn());
    ThreadSet threads = new ThreadSet();
    holders.forEach(holder -> threads.add(holder.thread()));
    if (threads.isEmpty() || !threads.threads().stream().allMatch(Thread::isAlive)) {
      return null;
    }
    Wait wait =
        Wait.byHistory(subject, WaitType.PERMIT, LockRef.of(pending.lock()), Need.ANY, threads);
    boolean usedAsLock =
        ReleaseHistory.returned(pending.lock())
            || holders.stream().allMatch(SemaphoreRule::isReleasedWhereTaken);
    boolean crossed = true;
    boolean allWantMore = true;
    for (Thread thread : threads) {
      Object awaited = evidence.subject(thread).parkedOn();
      allWantMore &= awaited == subject.parkedOn();
      crossed &= awaited != subject.parkedOn() && Synchronizers.isSemaphore(awaited);
    }
    boolean plain = pending.lock().getClass() == Semaphore.class;
    if ((usedAsLock || crossed && plain) && !allWantMore) {
      return evidence.judged(wait);
    }
    Wait hint = plain ? evidence.afterPatience(pending, wait.asHint()) : null;
    boolean open = hint != null && allWantMore && othersHaveIt(subject, pending.lock(), evidence);
    return open ? null : hint;
  }

  /**
   * True if work that somebody does, or that waits in a pool, leads to the semaphore or has a
   * release of it ahead: it may give back what was taken for it, though none has done so yet.
   */
  private static boolean othersHaveIt(Subject waiter, Object semaphore, Evidence evidence) {
    Reach reach = new Reach(semaphore);
    for (Thread thread : evidence.allThreads()) {
      boolean waits = ParkBlocker.of(thread, Threads.state(thread)) == waiter.parkedOn();
      if (!waits
          && !Outlook.isAgents(thread)
          && (evidence.outlook().leadsTo(reach, thread)
              || releases(evidence.outlook().of(thread), semaphore))) {
        return true;
      }
    }
    return evidence.routes().pools().all().stream()
        .flatMap(pool -> pool.queued().stream())
        .anyMatch(task -> reach.leadsFrom(task) || releases(Releases.of(task), semaphore));
  }

  private static boolean releases(List<Released> released, Object semaphore) {
    return released.stream()
        .anyMatch(each -> each.kind() == Release.Kind.PERMIT && each.object() == semaphore);
  }

  private static boolean isReleasedWhereTaken(Holders.Holder holder) {
    Site site = SiteTable.get(holder.entry().site());
    return site != null && site.kind() == Site.Kind.SCOPED_PERMIT;
  }
}
