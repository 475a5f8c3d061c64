package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.finding.Certainty;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.pool.Pool;
import io.standstill.release.Reach;
import java.util.List;

/**
 * A thread that takes messages from a queue, and waits, in the middle of one, for what the next one
 * leads to: a message is no task, so no code tells what the thread would do with it. Told only if
 * nobody else takes from the queue, and nobody else leads to what is waited for.
 */
final class UnservedQueue {
  private static final String ADVICE =
      "Do not wait in the thread that takes from a queue for what comes by way of that queue: go on"
          + " in a callback, or let another thread wait.";

  private final Evidence evidence;
  private final Bystanders bystanders;

  UnservedQueue(Evidence evidence, Bystanders bystanders) {
    this.evidence = evidence;
    this.bystanders = bystanders;
  }

  /**
   * Why these waits keep themselves from their end; null if that is not seen.
   *
   * @param patient those that have waited too long
   * @param waiters all who wait for the same
   */
  Stall of(List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Awaited awaited = patient.get(0).awaited();
    if (!awaited.isPromised()) {
      return null;
    }
    for (Pool queue : evidence.routes().pools().queues()) {
      List<GateWaits.Waiting> takers =
          patient.stream().filter(wait -> queue.workers().contains(wait.thread())).toList();
      Stall stall = takers.size() == queue.workers().size() ? of(queue, takers, waiters) : null;
      if (stall != null) {
        return stall;
      }
    }
    return null;
  }

  private Stall of(Pool queue, List<GateWaits.Waiting> takers, ThreadSet waiters) {
    Awaited awaited = takers.get(0).awaited();
    Reach reach = new Reach(awaited.object());
    if (queue.queued().stream().noneMatch(reach::leadsShortlyFrom)
        || bystanders.judgePast(queue.executor(), awaited, waiters) == null) {
      return null;
    }
    int queued = queue.queued().size();
    List<String> names = takers.stream().map(wait -> Threads.name(wait.thread())).toList();
    return new Stall(
        takers,
        " that may have to come by its own queue",
        StallCauses.names(names)
            + (names.size() == 1 ? " takes" : " take")
            + " from a queue in which "
            + (queued == 1
                ? "1 element waits that leads to it"
                : queued + " elements wait, of which one leads to it"),
        ADVICE,
        Certainty.POSSIBLE);
  }
}
