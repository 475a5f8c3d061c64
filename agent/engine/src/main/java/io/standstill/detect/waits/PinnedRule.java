package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolAccess;
import java.util.List;

/**
 * A virtual thread that is pinned to its carrier and waits for nobody knows whom. If virtual
 * threads are ready to run and no carrier is left for them, it may be one of these: a guess, told
 * only if it stays so for some seconds.
 */
final class PinnedRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Thread thread = subject.thread();
    if (!PoolAccess.isOpen()
        || subject.parkedOn() == null
        || !Threads.isVirtual(thread)
        || Threads.carrierOf(thread) == null) {
      return null;
    }
    Thread ready = evidence.routes().readyFor(Threads.schedulerOf(thread));
    return ready == null
        ? null
        : new Wait(
            WaitType.UNKNOWN,
            LockRef.of(subject.parkedOn()),
            Need.ANY,
            ThreadSet.of(List.of(ready)),
            Certainty.POSSIBLE,
            subject.timed(),
            null);
  }
}
