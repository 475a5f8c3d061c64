package io.standstill.detect;

import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;

/** A thread in {@code Thread.join}: it waits for another thread, or for itself, to end. */
final class JoinRule implements WaitRule {
  private static final int FRAMES = 16;

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!Threads.isWaiting(subject.state())) {
      return null;
    }
    Thread target = target(subject);
    return target != null && target.isAlive() && isInsideJoin(subject)
        ? Wait.proven(subject, "thread", LockRef.of(target), target)
        : null;
  }

  static boolean isInsideJoin(Subject subject) {
    return subject.isIn(Thread.class.getName(), "join", FRAMES);
  }

  private static Thread target(Subject subject) {
    Holdings.Entry pending = subject.pending(Site.Kind.JOIN);
    if (pending != null) {
      return (Thread) pending.lock();
    }
    LockRef waitingOn = subject.facts() == null ? null : subject.facts().waitingOn();
    if (waitingOn == null) {
      return null;
    }
    if (waitingOn.object() != null) {
      return waitingOn.object() instanceof Thread thread ? thread : null;
    }
    for (Thread candidate : Threads.all()) {
      if (waitingOn.is(candidate)) {
        return candidate;
      }
    }
    return null;
  }
}
