package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.ForkJoins;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.concurrent.ForkJoinTask;

/**
 * A thread that waits for a fork-join task, as for the parts of a parallel stream: for any of those
 * who run such tasks. It is not known which of them runs this one, and the application may complete
 * it by itself, so it is never certain.
 */
final class ForkJoinRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Object task = subject.parkedOn();
    if (!Threads.isWaiting(subject.state())
        || task != null && !(task instanceof ForkJoinTask)
        || !ForkJoins.isJoining(subject.stack())) {
      return null;
    }
    ThreadSet runners = new ThreadSet();
    for (Thread runner : evidence.forkJoinRunners()) {
      if (Threads.id(runner) != Threads.id(subject.thread())) {
        runners.add(runner);
      }
    }
    if (runners.isEmpty()) {
      return null;
    }
    LockRef lock =
        task == null ? new LockRef(ForkJoinTask.class.getName(), 0, null) : LockRef.of(task);
    return new Wait(
        WaitType.FUTURE, lock, Need.ANY, runners, Certainty.LIKELY, subject.timed(), null);
  }
}
