package io.standstill.detect.evidence;

import io.standstill.detect.evidence.QueuedReleases.Queued;
import io.standstill.jvm.Frames;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.release.MadeHere;
import io.standstill.release.Reach;
import io.standstill.release.Release;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Who may have a future besides those that wait for it and the queued tasks that would complete it.
 * One that the waiting task has made itself is known to whom it has given it. One that was there
 * before has come from somebody, who may complete it by code that nobody can tell: with what is in
 * local variables, or in a registry in a static field.
 */
final class HandedIn {
  private final Outlook outlook;
  private final boolean known;

  /**
   * @param waiters who wait for the gate
   * @param openers the queued tasks that would open it
   * @param queues where they wait, as far as these are no executors
   */
  HandedIn(
      Gate gate, ThreadSet waiters, List<Queued> openers, Outlook outlook, List<Object> queues) {
    this.outlook = outlook;
    Reach reach = new Reach(gate.object()).past(queues);
    this.known = isForAnyone(gate) && !isMadeInside(gate.object(), reach, waiters, openers);
  }

  /** A {@code FutureTask} is no such: whoever has it can only run it, and gave it to a pool. */
  private static boolean isForAnyone(Gate gate) {
    return gate.object() instanceof CompletableFuture || gate.kind() == Release.Kind.FULFIL;
  }

  private boolean isMadeInside(
      Object future, Reach reach, ThreadSet waiters, List<Queued> openers) {
    if (waiters.threads().stream().map(outlook::workOf).anyMatch(HandedIn::hasForgotten)) {
      return false;
    }
    return openers.stream().allMatch(opener -> isMadeByAny(waiters, opener, future))
        || isNewTo(waiters, reach, openers)
            && openers.stream().noneMatch(opener -> mayBeShownByAny(waiters, opener, future));
  }

  /** True for a task that has let go of what it was made with. */
  private static boolean hasForgotten(Object work) {
    return work instanceof CompletableFuture.AsynchronousCompletionTask;
  }

  /** By their code: one of them is in the method that made both, the future and the task. */
  private boolean isMadeByAny(ThreadSet waiters, Queued opener, Object future) {
    for (Thread waiter : waiters) {
      if (MadeHere.isMade(future, opener.task(), outlook.stackOf(waiter))) {
        return true;
      }
    }
    return false;
  }

  private boolean mayBeShownByAny(ThreadSet waiters, Queued opener, Object future) {
    for (Thread waiter : waiters) {
      if (MadeHere.mayBeShown(future, opener.task(), outlook.stackOf(waiter))) {
        return true;
      }
    }
    return false;
  }

  /** By what they run: nothing in it leads to the future but what they have queued since. */
  private boolean isNewTo(ThreadSet waiters, Reach reach, List<Queued> openers) {
    List<Object> before = new ArrayList<>();
    for (Thread waiter : waiters) {
      Object work = outlook.workOf(waiter);
      if (work == null || outlook.isInLoop(waiter)) {
        return false; // What it was made with is not known.
      }
      before.add(work);
    }
    return before.stream().noneMatch(reach::leadsFrom)
        && openers.stream().map(Queued::task).allMatch(reach::leadsFrom);
  }

  /** True for a thread in the middle of code that may complete a future from somewhere else. */
  boolean mayComplete(Thread thread) {
    return known
        && !Threads.isCarrier(thread)
        && !Outlook.isAgents(thread)
        && !Arrays.stream(outlook.stackOf(thread)).allMatch(Frames::isJdk);
  }
}
