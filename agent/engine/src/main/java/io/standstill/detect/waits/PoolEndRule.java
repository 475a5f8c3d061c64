package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Route;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.pool.PoolAccess;

/**
 * A thread that waits for a pool to end, in {@code awaitTermination} or {@code close}: for all of
 * its workers, which may include itself.
 */
final class PoolEndRule implements WaitRule {
  private static final int FRAMES = 16;

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (subject.parkedOn() == null || !PoolAccess.isOpen()) {
      return null;
    }
    Route route = evidence.routes().toEnd(subject.parkedOn());
    if (route == null) {
      return null;
    }
    Object executor = route.pools().values().iterator().next().executor();
    Wait wait = Wait.by(route, subject, WaitType.POOL, LockRef.of(executor), Certainty.CERTAIN);
    return isClosing(subject) ? wait.untimed() : wait;
  }

  /** {@code close} waits for a day, and then for another. */
  private static boolean isClosing(Subject subject) {
    return subject.isIn("java.util.concurrent.ExecutorService", "close", FRAMES)
        || subject.isIn("java.util.concurrent.ForkJoinPool", "close", FRAMES)
        || subject.isIn("java.util.concurrent.ThreadPerTaskExecutor", "close", FRAMES);
  }
}
