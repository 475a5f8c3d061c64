package io.standstill.detect;

import io.standstill.finding.Certainty;
import io.standstill.pool.PoolAccess;
import io.standstill.pool.Stages;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;

/**
 * A thread that waits for a future: for the worker that runs its task, or, while the task waits in
 * a queue, for any worker of that pool. Nobody else ends a {@code FutureTask} that the JDK made,
 * short of cancelling it; a {@code CompletableFuture} may be completed by whoever has it, and a
 * future of the application's own by whatever its class does.
 */
final class FutureRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!isFutureWait(subject.parkedOn())) {
      return null;
    }
    Object promise = evidence.routes().awaitedAt(subject.parkedOn());
    Route route = promise == null ? null : evidence.routes().to(promise);
    if (route == null || route.threads().isEmpty()) {
      return null;
    }
    boolean sure =
        route.sure()
            && promise instanceof FutureTask
            && promise.getClass().getClassLoader() == null
            && !evidence.routes().pools().isWrapped(promise);
    Certainty certainty = sure ? Certainty.CERTAIN : Certainty.LIKELY;
    return Wait.by(route, subject, "future", LockRef.of(promise), certainty);
  }

  static boolean isFutureWait(Object parkedOn) {
    return PoolAccess.isOpen()
        && (parkedOn instanceof FutureTask
            || parkedOn instanceof ForkJoinTask
            || Stages.isWait(parkedOn));
  }
}
