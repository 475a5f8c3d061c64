package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Route;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.FutureWait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.pool.AwtEvents;
import io.standstill.recorder.Holdings;
import java.util.concurrent.Future;
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
    Object promise =
        FutureWait.parksOn(subject.parkedOn())
            ? evidence.routes().awaitedAt(subject.parkedOn())
            : monitorWaitedOn(subject, evidence);
    Route route = promise == null ? null : evidence.routes().to(promise);
    if (route == null || route.threads().isEmpty()) {
      return null;
    }
    boolean sure =
        route.sure()
            && promise instanceof FutureTask
            && promise.getClass().getClassLoader() == null
            && (route.queued().isEmpty() || !evidence.routes().pools().isWrapped(promise));
    Certainty unsure = route.isGuessed() ? Certainty.POSSIBLE : Certainty.LIKELY;
    Certainty certainty = sure ? Certainty.CERTAIN : unsure;
    return Wait.by(route, subject, WaitType.FUTURE, LockRef.of(promise), certainty);
  }

  /**
   * The future in whose own monitor a thread waits, as those of some libraries are made, or what
   * stands for an event of AWT; or null.
   */
  private static Object monitorWaitedOn(Subject subject, Evidence evidence) {
    LockRef waitingOn = subject.facts() == null ? null : subject.facts().waitingOn();
    if (waitingOn != null && AwtEvents.isOfAwt(waitingOn.className())) {
      return evidence.routes().pools().promises().stream()
          .filter(waitingOn::is)
          .findFirst()
          .orElse(null);
    }
    if (waitingOn != null && subject.journal() != null) {
      for (Holdings.Entry entry : subject.journal().held()) {
        if (entry != null && entry.lock() instanceof Future && waitingOn.is(entry.lock())) {
          return entry.lock();
        }
      }
    }
    return null;
  }
}
