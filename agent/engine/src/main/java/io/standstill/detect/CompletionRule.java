package io.standstill.detect;

import io.standstill.finding.Certainty;

/**
 * A thread that waits for the next result of a completion service, in {@code take} or within {@code
 * invokeAny}, whose tasks wait in the queue of a pool. All tasks of a service go to one pool, so
 * those that run already are run by workers of that pool, and are alive if it is.
 */
final class CompletionRule implements WaitRule {
  private static final int FRAMES = 16;

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Object parkedOn = subject.parkedOn();
    Route route = parkedOn == null ? null : evidence.routes().toNextResult(parkedOn);
    if (route == null || route.threads().isEmpty()) {
      return null;
    }
    boolean isPrivate =
        subject.isIn("java.util.concurrent.AbstractExecutorService", "doInvokeAny", FRAMES);
    Certainty certainty = isPrivate && route.sure() ? Certainty.CERTAIN : Certainty.LIKELY;
    return Wait.by(route, subject, "future", LockRef.of(parkedOn), certainty);
  }
}
