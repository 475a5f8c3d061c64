package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.PrivateField;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A thread in {@code Thread.join}: it waits for another thread, or for itself, to end. The JVM
 * tells which: it waits on the thread object, or, for a virtual thread, on its termination latch.
 */
final class JoinRule implements WaitRule {
  private static final PrivateField LATCH_SYNC = PrivateField.of(CountDownLatch.class, "sync");

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!Threads.isWaiting(subject.state())
        || !mayJoin(subject.parkedOn())
        || isAtLatch(subject)
        || !subject.isJoining()) {
      return null;
    }
    Thread target = target(subject, evidence);
    if (target != null) {
      return target.isAlive()
          ? Wait.proven(subject, WaitType.THREAD, LockRef.of(target), target)
          : null;
    }
    return subject.facts() == null ? byJournal(subject) : null;
  }

  /** Before JDK 25 the JVM does not tell which platform thread a virtual thread joins. */
  private static Wait byJournal(Subject subject) {
    Holdings.Entry pending = subject.pending(Site.Kind.JOIN);
    return pending != null && pending.lock() instanceof Thread target && target.isAlive()
        ? Wait.byHistory(
            subject, WaitType.THREAD, LockRef.of(target), Need.ALL, ThreadSet.of(List.of(target)))
        : null;
  }

  /** Joining, a thread waits on a monitor, or for the latch of a virtual thread: cheap to see. */
  private static boolean mayJoin(Object parkedOn) {
    return parkedOn == null || LATCH_SYNC.type().isInstance(parkedOn);
  }

  /** True for a latch of the application's, told by its own hook: to take a stack is dear. */
  private static boolean isAtLatch(Subject subject) {
    Holdings.Entry pending = subject.pending(Site.Kind.AWAIT);
    return pending != null
        && pending.lock() instanceof CountDownLatch latch
        && LATCH_SYNC.get(latch) == subject.parkedOn();
  }

  private static Thread target(Subject subject, Evidence evidence) {
    LockRef waitingOn = subject.facts() == null ? null : subject.facts().waitingOn();
    if (waitingOn != null && waitingOn.object() != null) {
      return waitingOn.object() instanceof Thread thread ? thread : null;
    }
    for (Thread candidate : evidence.allThreads()) {
      boolean awaited =
          Threads.isVirtual(candidate)
              ? isTerminationOf(candidate, subject.parkedOn())
              : waitingOn != null && waitingOn.is(candidate);
      if (awaited) {
        return candidate;
      }
    }
    return null;
  }

  private static boolean isTerminationOf(Thread virtual, Object parkedOn) {
    Object latch = parkedOn == null ? null : Threads.terminationLatch(virtual);
    return latch != null && LATCH_SYNC.get(latch) == parkedOn;
  }
}
