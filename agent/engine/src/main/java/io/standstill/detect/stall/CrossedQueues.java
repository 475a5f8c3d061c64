package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.waits.Behind;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Threads that wait for room in full queues of each other: each takes from one that another one
 * fills, as stages do that feed back, or actors with bounded mailboxes.
 */
final class CrossedQueues {
  private final Evidence evidence;
  private final Bystanders bystanders;

  CrossedQueues(Evidence evidence, Bystanders bystanders) {
    this.evidence = evidence;
    this.bystanders = bystanders;
  }

  /**
   * One stall of all of them; null if there is none.
   *
   * @param patient waits that have lasted too long, by what they are for
   */
  Stall of(Collection<List<GateWaits.Waiting>> patient) {
    List<List<GateWaits.Waiting>> queues = new ArrayList<>();
    for (List<GateWaits.Waiting> same : patient) {
      Awaited awaited = same.get(0).awaited();
      if (awaited.type() == WaitType.QUEUE && awaited.isByHistory()) {
        queues.add(same);
      }
    }
    boolean fewer = true;
    while (fewer && queues.size() > 1) {
      ThreadSet waiters = waiters(queues);
      fewer = queues.removeIf(same -> !isClosed(same.get(0).awaited(), waiters));
    }
    return queues.size() < 2 ? null : of(queues, waiters(queues));
  }

  private Stall of(List<List<GateWaits.Waiting>> queues, ThreadSet waiters) {
    List<GateWaits.Waiting> all = new ArrayList<>();
    for (List<GateWaits.Waiting> same : queues) {
      if (bystanders.judge(same.get(0).awaited(), waiters, true) == null) {
        return null;
      }
      all.addAll(same);
    }
    return new Stall(
        all,
        "each would take from one itself after that, and no other thread is seen that would",
        "Do not let those who take from each other's bounded queues wait for room: use offer, which"
            + " gives up, or let one of the queues have no bound.",
        Certainty.POSSIBLE);
  }

  /** True if all who take from the queue are among these, or behind them. */
  private boolean isClosed(Awaited awaited, ThreadSet waiters) {
    Takers takers = Takers.of(awaited, waiters, evidence);
    return takers.areAmong(Behind.of(waiters, takers.threads().threads(), evidence));
  }

  private static ThreadSet waiters(List<List<GateWaits.Waiting>> queues) {
    ThreadSet waiters = new ThreadSet();
    queues.forEach(same -> same.forEach(wait -> waiters.add(wait.thread())));
    return waiters;
  }
}
