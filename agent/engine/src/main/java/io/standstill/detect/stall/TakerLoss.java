package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.waits.Behind;
import io.standstill.finding.Certainty;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A bounded queue that is full, while all who take from it, or have code ahead of them that does,
 * wait for those who want to put something into it, or want to put something into it themselves:
 * who collects results after the work is done, for one, or an appender that logs. If nobody is
 * known to take, nothing is told. One that both fills and takes may do so only now and then, with
 * another taker to come: then it is {@code possible} at most.
 */
final class TakerLoss {
  private final Evidence evidence;
  private final Bystanders bystanders;

  TakerLoss(Evidence evidence, Bystanders bystanders) {
    this.evidence = evidence;
    this.bystanders = bystanders;
  }

  /**
   * Why nobody takes; null if somebody may, or nobody is known who would.
   *
   * @param patient those that have waited too long
   * @param waiters all who wait for room
   */
  Stall of(List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Awaited awaited = patient.get(0).awaited();
    Takers takers = Takers.of(awaited, waiters, evidence);
    ThreadSet still = Behind.of(waiters, takers.threads().threads(), evidence);
    if (!takers.areAmong(still)) {
      return null;
    }
    Certainty certainty = bystanders.judge(awaited, still, true);
    if (certainty == null) {
      return null;
    }
    List<String> filling = names(takers.threads(), waiters::contains);
    List<String> behind = names(takers.threads(), taker -> !waiters.contains(taker));
    return new Stall(
        patient,
        because(filling, behind, waiters.size() == 1 ? "it" : "them"),
        filling.isEmpty()
            ? "Take from the queue before waiting for those who fill it, or give it room for all"
                + " that comes."
            : "Who takes from a bounded queue should not put into it: use offer, which gives up,"
                + " or a queue without a bound.",
        filling.isEmpty() && takers.sure() && evidence.isHistoryComplete()
            ? certainty
            : Certainty.POSSIBLE);
  }

  private static List<String> names(ThreadSet takers, Predicate<Thread> which) {
    return takers.threads().stream().filter(which).map(Threads::name).toList();
  }

  private static String because(List<String> filling, List<String> behind, String them) {
    List<String> parts = new ArrayList<>();
    if (!filling.isEmpty()) {
      parts.add(
          StallCauses.names(filling)
              + (filling.size() == 1
                  ? ", which would, waits for room itself"
                  : ", which would, wait for room themselves"));
    }
    if (!behind.isEmpty()) {
      parts.add(
          StallCauses.names(behind)
              + (behind.size() == 1
                  ? ", which would, waits behind "
                  : ", which would, wait behind ")
              + them);
    }
    return String.join(", and ", parts);
  }
}
