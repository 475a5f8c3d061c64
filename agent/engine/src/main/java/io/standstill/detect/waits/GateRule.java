package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Gate;
import io.standstill.detect.evidence.Route;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;

/**
 * A thread that waits at a latch, barrier, phaser, semaphore or future for what tasks in the queue
 * of a pool would do, and nobody who can go on would do it for them. Code tells who that is, not
 * the JVM: anyone unseen might still come, so it is never certain, and said only after some
 * seconds.
 */
final class GateRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!evidence.hasWaitedLong(subject.thread())) {
      return null;
    }
    Route route = evidence.releasers().from(subject.thread());
    if (route == null) {
      return null;
    }
    Gate gate = Gate.of(route.start().object());
    LockRef lock = LockRef.of(gate.object());
    Certainty certainty = route.isGuessed() ? Certainty.POSSIBLE : Certainty.LIKELY;
    return evidence.judged(Wait.by(route, subject, gate.type(), lock, certainty));
  }
}
