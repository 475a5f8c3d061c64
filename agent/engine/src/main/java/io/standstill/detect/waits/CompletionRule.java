package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Route;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;

/**
 * A thread that waits for the next result of a completion service, in {@code take} or within {@code
 * invokeAny}, whose tasks wait in the queue of a pool. Tasks of a service go to one pool as a rule;
 * where one is seen to run elsewhere, the wait is open.
 */
final class CompletionRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Object parkedOn = subject.parkedOn();
    Route route = parkedOn == null ? null : evidence.routes().toNextResult(parkedOn);
    if (route == null || route.threads().isEmpty()) {
      return null;
    }
    return Wait.by(route, subject, WaitType.FUTURE, LockRef.of(parkedOn), Certainty.LIKELY);
  }
}
