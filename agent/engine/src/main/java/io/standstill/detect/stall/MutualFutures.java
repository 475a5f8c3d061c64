package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.evidence.Signallers;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Threads that wait for futures of each other: each would complete one by the code that lies ahead
 * of it, once its own wait is over, and nobody else is seen who might. So are memoizers whose
 * entries need each other. Which future a thread would complete is in its local variables: it is a
 * guess, and made only where nothing else goes on that could prove it wrong.
 */
final class MutualFutures {
  private final Outlook outlook;
  private final Bystanders bystanders;

  MutualFutures(Evidence evidence, Bystanders bystanders) {
    this.outlook = evidence.outlook();
    this.bystanders = bystanders;
  }

  /**
   * One stall of all of them; null if there is none.
   *
   * @param patient waits that have lasted too long, by what they are for
   */
  Stall of(Collection<List<GateWaits.Waiting>> patient) {
    List<GateWaits.Waiting> all = new ArrayList<>();
    for (List<GateWaits.Waiting> same : patient) {
      Awaited awaited = same.get(0).awaited();
      if (awaited.type() == WaitType.FUTURE && awaited.isKnown()) {
        all.addAll(same);
      }
    }
    boolean fewer = true;
    while (fewer && all.size() > 1) {
      List<GateWaits.Waiting> before = List.copyOf(all);
      fewer = all.removeIf(wait -> !isInside(wait, before));
    }
    if (all.size() < 2) {
      return null;
    }
    ThreadSet waiters = new ThreadSet();
    all.forEach(wait -> waiters.add(wait.thread()));
    for (GateWaits.Waiting wait : all) {
      if (bystanders.judge(wait.awaited(), waiters, true) != Certainty.LIKELY) {
        return null;
      }
    }
    return new Stall(
        all,
        "each would complete one itself after that, and no other thread is seen that would",
        "Do not wait for one result while others wait for yours: break the circle between what"
            + " needs what, or wait with a timeout.",
        Certainty.POSSIBLE);
  }

  /** True if the thread would complete what another one waits for, and such a one in turn. */
  private boolean isInside(GateWaits.Waiting wait, List<GateWaits.Waiting> all) {
    boolean gives = false;
    boolean gets = false;
    for (GateWaits.Waiting other : all) {
      if (other.awaited().place() != wait.awaited().place()) {
        gives |= completes(wait, other);
        gets |= completes(other, wait);
      }
    }
    return gives && gets;
  }

  private boolean completes(GateWaits.Waiting one, GateWaits.Waiting other) {
    Awaited awaited = other.awaited();
    return Signallers.signals(outlook.of(one.thread()), awaited.object(), awaited.kind());
  }
}
