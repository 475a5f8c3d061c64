package io.standstill.detect;

import io.standstill.graph.Need;
import io.standstill.recorder.Clock;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.ReleaseHistory;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * A thread that waits for permits of a {@code Semaphore}: any holder may give one back. Permits
 * have no owner, so the holders are those who took them, and the wait is never proven. It is open
 * if anyone else has been seen releasing, or may have to: for a taker that has ended, say.
 */
final class SemaphoreRule implements WaitRule {
  private static final int PATIENCE_MILLIS = 3_000;

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!Synchronizers.isSemaphore(subject.parkedOn())) {
      return null;
    }
    Holdings.Entry pending = subject.pendingOn(subject.parkedOn());
    if (pending == null || ReleaseHistory.handedOver(pending.lock())) {
      return null;
    }
    Set<Thread> holders = new LinkedHashSet<>();
    for (Holders.Holder holder : evidence.holders().of(subject.parkedOn())) {
      holders.add(holder.thread());
    }
    if (holders.isEmpty() || !holders.stream().allMatch(Thread::isAlive)) {
      return null;
    }
    Wait wait = Wait.byHistory(subject, "permit", LockRef.of(pending.lock()), Need.ANY, holders);
    if (!mayBeFlowControl(subject, pending.lock(), holders, evidence)) {
      return wait;
    }
    return (Clock.now() - pending.tick()) * Clock.TICK_MILLIS < PATIENCE_MILLIS
        ? null
        : wait.asHint();
  }

  /**
   * A producer that takes permits which a callback gives back much later seems to wait for itself.
   * So where all holders wait for more of the same semaphore, and none of its permits has ever been
   * returned by its taker, there is only a hint, and only after a while.
   */
  private static boolean mayBeFlowControl(
      Subject subject, Object semaphore, Set<Thread> holders, Evidence evidence) {
    return !ReleaseHistory.returned(semaphore)
        && holders.stream().allMatch(h -> evidence.subject(h).parkedOn() == subject.parkedOn());
  }
}
