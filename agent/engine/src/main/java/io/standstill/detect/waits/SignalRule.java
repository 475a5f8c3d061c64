package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Signallers;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.ParkBlocker;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Release;
import java.util.List;
import java.util.concurrent.locks.Condition;

/**
 * A thread that waits to be signalled, by {@code Object.wait} or a {@code Condition}, and keeps a
 * lock that it has taken before: waiting gives up the signal's own lock only. If one that could
 * signal waits for that lock, and nobody else could do it, the signal never comes.
 *
 * <p>Who could do it is told from code, not by the JVM, so it is never certain.
 */
final class SignalRule implements WaitRule {
  private static final List<WaitRule> LOCK_RULES =
      List.of(new MonitorRule(), new ReadWriteLockRule(), new OwnedLockRule());

  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (!evidence.hasStalled(subject.thread()) || subject.state() != Thread.State.WAITING) {
      return null;
    }
    Object awaited = awaited(subject);
    if (awaited == null) {
      return null;
    }
    Release.Kind kind = awaited instanceof Condition ? Release.Kind.SIGNAL : Release.Kind.NOTIFY;
    Signallers.Answer could =
        evidence.signallers().of(awaited, kind, waitersOf(awaited, subject, evidence));
    if (could == null || !isAnyBehind(subject.thread(), could.threads(), evidence)) {
      return null;
    }
    Certainty certainty = could.foreseeable() ? Certainty.LIKELY : Certainty.POSSIBLE;
    return evidence.judged(
        new Wait(
            WaitType.SIGNAL,
            LockRef.of(awaited),
            Need.ANY,
            could.threads(),
            certainty,
            subject.timed(),
            null));
  }

  /** The condition, or the monitor, which the JVM knows by name and the journal by reference. */
  private static Object awaited(Subject subject) {
    if (subject.parkedOn() != null) {
      return subject.parkedOn() instanceof Condition ? subject.parkedOn() : null;
    }
    LockRef waitingOn = subject.facts() == null ? null : subject.facts().waitingOn();
    if (waitingOn != null && subject.journal() != null) {
      for (Holdings.Entry entry : subject.journal().held()) {
        if (entry != null && waitingOn.is(entry.lock())) {
          return entry.lock();
        }
      }
    }
    return null;
  }

  /** The threads that wait for the same signal, for as long as it takes. */
  private static ThreadSet waitersOf(Object awaited, Subject subject, Evidence evidence) {
    ThreadSet waiters = new ThreadSet();
    waiters.add(subject.thread());
    for (Thread thread : evidence.allThreads()) {
      Journal journal = Journals.of(Threads.id(thread));
      if (journal != null && Threads.state(thread) == Thread.State.WAITING) {
        if (ParkBlocker.of(thread, Thread.State.WAITING) == awaited
            || journal.isBusy() && awaited(evidence.subject(thread)) == awaited) {
          waiters.add(thread);
        }
      }
    }
    return waiters;
  }

  private static boolean isAnyBehind(Thread holder, ThreadSet others, Evidence evidence) {
    for (Thread other : others) {
      for (WaitRule rule : LOCK_RULES) {
        Wait wait = rule.explain(evidence.subject(other), evidence);
        if (wait != null && wait.isFor(holder)) {
          return true;
        }
      }
    }
    return false;
  }
}
