package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.EventLoop;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.probe.SelectorState;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import java.util.List;

/**
 * The thread of an event loop that waits, in a callback, while its own selector has something for
 * it. That may be the very answer; but who knows what else might end the wait, so it is {@code
 * possible} at most.
 */
final class UnservedLoop {
  private static final String WHERE = " in a callback of its own event loop";

  private static final String ADVICE =
      "Do not wait in a callback of an event loop: go on in a callback of what is waited for"
          + " (thenCompose, say), or let a thread of another pool wait.";

  private final Evidence evidence;
  private final Bystanders bystanders;

  UnservedLoop(Evidence evidence, Bystanders bystanders) {
    this.evidence = evidence;
    this.bystanders = bystanders;
  }

  /**
   * The longest of these waits that leaves a selector alone; null if there is none. Only what is an
   * answer by its kind counts: room in a queue, or a permit, may be what slows the loop down on
   * purpose.
   *
   * @param waiters all who wait for the same
   */
  Stall of(List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Awaited awaited = patient.get(0).awaited();
    if (awaited.type() != WaitType.FUTURE && awaited.type() != WaitType.LATCH) {
      return null;
    }
    for (GateWaits.Waiting wait : patient) {
      EventLoop loop = evidence.outlook().loopOf(wait.thread());
      SelectorState state = loop == null ? null : SelectorState.of(loop.selector());
      if (state != null
          && state.isWaiting()
          && !(awaited.isKnown() && bystanders.judge(awaited, waiters, false) == null)
          && isAlone(wait.thread(), loop)) {
        return new Stall(List.of(wait), WHERE, because(state), ADVICE, Certainty.POSSIBLE);
      }
    }
    return null;
  }

  /** False if another thread serves the selector: then this one only calls its owner. */
  private boolean isAlone(Thread waiter, EventLoop loop) {
    return evidence.allThreads().stream()
        .filter(thread -> thread != waiter && !Outlook.isAgents(thread))
        .map(evidence.outlook()::loopOf)
        .noneMatch(other -> other != null && other.selector() == loop.selector());
  }

  /** Loads what is needed while the JVM is well. */
  static void rehearse() {
    because(new SelectorState(0, 0, 0, false));
  }

  private static String because(SelectorState state) {
    String connections =
        state.connections() == 1 ? "its connection" : "its " + state.connections() + " connections";
    return "it serves nobody meanwhile, "
        + (state.unreadBytes() > 0
            ? (state.unreadBytes() == 1 ? "1 byte lies" : state.unreadBytes() + " bytes lie")
                + " unread at "
                + (state.connections() == 1 ? "" : state.unreadConnections() + " of ")
                + connections
            : "though it was asked to look after " + connections)
        + ", and what it waits for may have to come from there";
  }
}
