package io.standstill.detect;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.Threads;
import java.util.concurrent.CountDownLatch;

/**
 * A thread in {@code Thread.join}: it waits for another thread, or for itself, to end. The JVM
 * tells which: it waits on the thread object, or, for a virtual thread, on its termination latch.
 */
final class JoinRule implements WaitRule {
  private static final int FRAMES = 16;
  private static final PrivateField LATCH_SYNC = PrivateField.of(CountDownLatch.class, "sync");

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!Threads.isWaiting(subject.state())
        || !mayJoin(subject.parkedOn())
        || !isInsideJoin(subject)) {
      return null;
    }
    Thread target = target(subject, evidence);
    return target != null && target.isAlive()
        ? Wait.proven(subject, "thread", LockRef.of(target), target)
        : null;
  }

  /** Joining, a thread waits on a monitor, or for the latch of a virtual thread: cheap to see. */
  private static boolean mayJoin(Object parkedOn) {
    return parkedOn == null || LATCH_SYNC.type().isInstance(parkedOn);
  }

  static boolean isInsideJoin(Subject subject) {
    return subject.isIn(Thread.class.getName(), "join", FRAMES);
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
