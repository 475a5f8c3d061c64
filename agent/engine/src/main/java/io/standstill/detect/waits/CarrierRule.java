package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Route;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolAccess;

/**
 * A virtual thread that could run but has no carrier: it waits for any of those of its scheduler,
 * that is, for any of the virtual threads that occupy them.
 */
final class CarrierRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Thread thread = subject.thread();
    if (!PoolAccess.isOpen()
        || subject.state() != Thread.State.RUNNABLE
        || !Threads.awaitsCarrier(thread)) {
      return null;
    }
    Route route = evidence.routes().toCarrier(thread);
    if (route == null) {
      return null;
    }
    Certainty certainty = route.sure() ? Certainty.CERTAIN : Certainty.LIKELY;
    return Wait.by(
        route, subject, WaitType.CARRIER, LockRef.of(Threads.schedulerOf(thread)), certainty);
  }
}
