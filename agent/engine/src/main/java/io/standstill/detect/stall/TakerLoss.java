package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.evidence.Signallers;
import io.standstill.detect.waits.Behind;
import io.standstill.finding.Certainty;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Release;
import io.standstill.release.Released;
import java.util.List;

/**
 * A bounded queue that is full, while all who take from it, or have code ahead of them that does,
 * wait for those who want to put something into it: who collects results after the work is done,
 * for one. If nobody is known to take, nothing is told.
 */
final class TakerLoss {
  private static final int MOST_THREADS = 2_000;

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
    Object queue = awaited.object();
    if (evidence.allThreads().size() > MOST_THREADS) {
      return null;
    }
    ThreadSet takers = new ThreadSet();
    boolean sure = false;
    for (Thread thread : evidence.allThreads()) {
      if (!waiters.contains(thread) && !Outlook.isAgents(thread)) {
        List<Released> ahead = evidence.outlook().of(thread);
        boolean surely = hasTaken(thread, queue) || takes(ahead, queue);
        if (surely || Signallers.signals(ahead, queue, awaited.kind())) {
          takers.add(thread);
          sure |= surely;
        }
      }
    }
    ThreadSet still = Behind.of(waiters, takers.threads(), evidence);
    if (takers.isEmpty() || !takers.threads().stream().allMatch(still::contains)) {
      return null;
    }
    Certainty certainty = bystanders.judge(awaited, still, true);
    if (certainty == null) {
      return null;
    }
    List<String> names = takers.threads().stream().map(Threads::name).toList();
    return new Stall(
        patient,
        StallCauses.names(names)
            + (names.size() == 1 ? ", which would, waits behind " : ", which would, wait behind ")
            + (waiters.size() == 1 ? "it" : "them"),
        "Take from the queue before waiting for those who fill it, or give it room for all that"
            + " comes.",
        sure && evidence.isHistoryComplete() ? certainty : Certainty.POSSIBLE);
  }

  private static boolean hasTaken(Thread thread, Object queue) {
    Journal journal = Journals.of(Threads.id(thread));
    return journal != null && journal.sources().stream().anyMatch(each -> each == queue);
  }

  private static boolean takes(List<Released> ahead, Object queue) {
    return ahead.stream()
        .anyMatch(each -> each.kind() == Release.Kind.TAKE && each.object() == queue);
  }
}
