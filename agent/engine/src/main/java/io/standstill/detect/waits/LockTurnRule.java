package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.detect.probe.WaitQueue;
import io.standstill.finding.WaitType;

/**
 * A thread that is queued for a {@code ReentrantLock} which is free: the first in the queue was
 * woken and has yet to take it. That is over in a moment, unless the first is a virtual thread
 * without a carrier: whoever is queued cannot go before it.
 */
final class LockTurnRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Object sync = subject.parkedOn();
    if (!Synchronizers.isReentrantLock(sync) || Synchronizers.owner(sync) != null) {
      return null;
    }
    WaitQueue.Place place = WaitQueue.of(subject.thread(), sync);
    return place == null || place.ahead() == null
        ? null
        : Wait.proven(subject, WaitType.TURN, evidence.lockOf(subject), place.ahead());
  }
}
