package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.DepartedTraces;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.GateWatch;
import io.standstill.detect.evidence.Givers;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.waits.Behind;
import io.standstill.finding.Certainty;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.List;

/**
 * What has become of those who gave before what threads wait for now: a signal, an element of a
 * queue. That all of them have ended may mean no more than that there is nothing to give any more,
 * so it is told only if the waiting thread keeps the JVM alive and nobody is left in it who might
 * give something after all.
 */
final class GiverLoss {
  private final Evidence evidence;
  private final Bystanders bystanders;
  private final Givers givers;

  GiverLoss(Evidence evidence, DepartedTraces departed, Bystanders bystanders) {
    this.evidence = evidence;
    this.bystanders = bystanders;
    this.givers = new Givers(departed);
  }

  /**
   * Why nobody gives any more; null if somebody may, or nobody ever has.
   *
   * @param patient those that have waited too long
   * @param waiters all who wait for the same
   */
  Stall of(List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Awaited awaited = patient.get(0).awaited();
    Givers.Known known = givers.of(awaited.object());
    if (!known.any() || known.crowd() || !mayMatter(patient, awaited)) {
      return null;
    }
    ThreadSet still = Behind.of(waiters, known.alive().threads(), evidence);
    if (!known.alive().threads().stream().allMatch(still::contains)
        || bystanders.judge(awaited, still, true) != Certainty.LIKELY) {
      return null;
    }
    List<String> blocked = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (Thread giver : known.alive()) {
      (waiters.contains(giver) ? waiting : blocked).add(Threads.name(giver));
    }
    return new Stall(
        patient,
        because(known.ended(), blocked, waiting),
        blocked.isEmpty()
            ? "See to it that who gives up says so: signal in a finally block, put an end mark into"
                + " the queue, or wait with a timeout."
            : "Do not let those who give wait for those who take, or wait with a timeout.",
        blocked.isEmpty() || !evidence.isHistoryComplete() ? Certainty.POSSIBLE : Certainty.LIKELY);
  }

  /** Daemons may idle for ever; and the JVM must agree on which monitor a thread waits. */
  private boolean mayMatter(List<GateWaits.Waiting> patient, Awaited awaited) {
    boolean keepsAlive = false;
    for (GateWaits.Waiting wait : patient) {
      Thread thread = wait.thread();
      if (awaited.isMonitor() && !isConfirmed(evidence.subject(thread), awaited.object())
          || GateWatch.isIdle(evidence.outlook().stackOf(thread))) {
        return false;
      }
      keepsAlive |= Threads.isVirtual(thread) || !thread.isDaemon();
    }
    return keepsAlive;
  }

  private static boolean isConfirmed(Subject subject, Object monitor) {
    LockRef waitingOn = subject.facts() == null ? null : subject.facts().waitingOn();
    return waitingOn != null && waitingOn.is(monitor);
  }

  private static String because(List<String> ended, List<String> blocked, List<String> waiting) {
    List<String> parts = new ArrayList<>();
    add(parts, ended, " has ended", " have ended");
    add(parts, blocked, " waits behind it", " wait behind it");
    add(parts, waiting, " waits for it too", " wait for it too");
    return "of those who gave it before " + String.join(", and ", parts);
  }

  private static void add(List<String> parts, List<String> names, String one, String several) {
    if (!names.isEmpty()) {
      parts.add(StallCauses.names(names) + (names.size() == 1 ? one : several));
    }
  }
}
