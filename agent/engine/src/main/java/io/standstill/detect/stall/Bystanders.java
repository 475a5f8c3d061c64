package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.evidence.Signallers;
import io.standstill.detect.probe.Crowd;
import io.standstill.finding.Certainty;
import io.standstill.jvm.Frames;
import io.standstill.jvm.ShutdownHooks;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.release.Reach;
import io.standstill.release.Releases;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * All others than those who wait, and whether one of them might end the wait: by code that lies
 * ahead on its stack, or because what it runs, or will run, leads to the awaited object. Of
 * shutdown hooks, which often lead to everything, only what they do to the very object counts.
 */
final class Bystanders {
  private final Collection<Thread> threads;
  private final Signallers signallers;
  private final Outlook outlook;

  Bystanders(Evidence evidence) {
    this.threads = evidence.allThreads();
    this.signallers = evidence.signallers();
    this.outlook = evidence.outlook();
  }

  /**
   * How sure it is that none of them ends the wait, so far as it depends on them.
   *
   * @param waiters those who wait for the same
   * @param byReach whether one that has the object at hand may end the wait
   * @return null if one of them might
   */
  Certainty judge(Awaited awaited, ThreadSet waiters, boolean byReach) {
    return judge(awaited, waiters, byReach, new Reach(awaited.object()));
  }

  /**
   * The same, where what waits in a queue does not count: those who take from it are among the
   * waiters.
   */
  Certainty judgePast(Object queue, Awaited awaited, ThreadSet waiters) {
    return judge(awaited, waiters, true, new Reach(awaited.object()).past(List.of(queue)));
  }

  private Certainty judge(Awaited awaited, ThreadSet waiters, boolean byReach, Reach object) {
    if (Crowd.isTooLarge(threads)
        || lastsUntilTheEnd(awaited)
        || signallers.isQueued(awaited.object(), awaited.kind(), object)) {
      return null;
    }
    Reach code = Reach.ofObjectOrCode(awaited.object(), awaited.kind());
    Certainty certainty = Certainty.LIKELY;
    for (Thread thread : threads) {
      if (!waiters.contains(thread) && !Outlook.isAgents(thread)) {
        if (Signallers.signals(outlook.of(thread), awaited.object(), awaited.kind())
            || byReach && outlook.leadsTo(object, thread)) {
          return null;
        } else if (signallers.awaitsWork(thread)
            || wakesByItself(thread)
            || outlook.leadsTo(code, thread)) {
          certainty = Certainty.POSSIBLE;
        }
      }
    }
    return certainty;
  }

  /** True if the JVM itself will see to it when it is told to end. */
  private boolean lastsUntilTheEnd(Awaited awaited) {
    for (Thread hook : ShutdownHooks.all()) {
      Object work = Outlook.isAgents(hook) ? null : outlook.workOf(hook);
      if (work != null
          && Releases.of(work).stream()
              .anyMatch(r -> r.kind() == awaited.kind() && r.object() == awaited.object())) {
        return true;
      }
    }
    return false;
  }

  /** Who sleeps for a time in code of the application may do anything afterwards. */
  private boolean wakesByItself(Thread thread) {
    return Threads.state(thread) == Thread.State.TIMED_WAITING
        && !Arrays.stream(outlook.stackOf(thread)).allMatch(Frames::isJdk);
  }
}
