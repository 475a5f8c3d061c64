package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.DepartedTraces;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Gate;
import io.standstill.detect.evidence.Holders;
import io.standstill.detect.evidence.Route;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import io.standstill.pool.ExecutorFields;
import io.standstill.pool.Pool;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.ReleaseHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * What has become of those who would have ended a wait. Only what history tells counts: without it
 * a wait is an idle one, however long, as that of a main thread that keeps its JVM alive.
 */
final class StallCauses {
  private static final String NAMED_AT_MOST = " and others";
  private static final int MOST_NAMES = 3;

  private final Evidence evidence;
  private final DepartedTraces departed;
  private final DroppedWork dropped;
  private final Bystanders bystanders;
  private Set<Object> atWork;
  private GiverLoss givers;

  StallCauses(Evidence evidence, DepartedTraces departed, DroppedWork dropped) {
    this.evidence = evidence;
    this.departed = departed;
    this.dropped = dropped;
    this.bystanders = new Bystanders(evidence);
  }

  /**
   * Why these waits, all for the same, have no end, or keep themselves from it; null if nothing is
   * known.
   *
   * @param patient those that have lasted too long
   * @param waiters all who wait for it
   */
  Stall of(List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Stall stall = lossOf(patient, waiters);
    if (stall == null) {
      stall = new UnservedLoop(evidence, bystanders).of(patient, waiters);
    }
    return stall == null ? new UnservedQueue(evidence, bystanders).of(patient, waiters) : stall;
  }

  private Stall lossOf(List<GateWaits.Waiting> patient, ThreadSet waiters) {
    Awaited awaited = patient.get(0).awaited();
    return switch (awaited.type()) {
      case PERMIT -> lostPermit(awaited, patient, waiters);
      case QUEUE -> isQueueOfPool(awaited) ? null : lostTaker(awaited, patient, waiters);
      case SIGNAL, ELEMENT -> givers().of(patient, waiters);
      case LOAN -> new LoanLoss(evidence).of(patient);
      case PROCESS -> new UnreadOutput(evidence, bystanders).of(patient, waiters);
      case FUTURE, LATCH, BARRIER, PHASER -> lostWork(awaited, patient, waiters);
      case MONITOR, LOCK, READ_LOCK, WRITE_LOCK, TURN -> lostWork(awaited, patient, waiters);
      case THREAD, CLASS_INIT, POOL, CARRIER, UNKNOWN -> lostWork(awaited, patient, waiters);
    };
  }

  /** Why none of these waits has an end that any other one ends; null if nothing is known. */
  Stall mutual(Collection<List<GateWaits.Waiting>> patient) {
    Stall futures = new MutualFutures(evidence, bystanders).of(patient);
    Stall making = futures == null ? new CircularMaking(evidence, bystanders).of(patient) : futures;
    if (making != null) {
      return making;
    }
    return new CrossedQueues(evidence, bystanders)
        .of(patient.stream().filter(same -> !isQueueOfPool(same.get(0).awaited())).toList());
  }

  private GiverLoss givers() {
    if (givers == null) {
      givers = new GiverLoss(evidence, departed, bystanders);
    }
    return givers;
  }

  private Stall lostPermit(Awaited awaited, List<GateWaits.Waiting> patient, ThreadSet waiters) {
    List<String> keepers = departed.keepersOf(awaited.object());
    if (keepers.isEmpty()
        || awaited.object().getClass() != Semaphore.class
        || !ReleaseHistory.returned(awaited.object())
        || ReleaseHistory.handedOver(awaited.object())) {
      return null;
    }
    for (Holders.Holder holder : evidence.holders().of(awaited.place())) {
      if (holder.thread().isAlive() && !waiters.contains(holder.thread())) {
        return null;
      }
    }
    return stall(
        patient,
        names(keepers) + " ended without giving back what " + it(keepers) + " had taken",
        "Give the permit back in a finally block.",
        bystanders.judge(awaited, waiters, false));
  }

  private Stall lostTaker(Awaited awaited, List<GateWaits.Waiting> patient, ThreadSet waiters) {
    if (awaited.isByHistory()) {
      return new TakerLoss(evidence, bystanders).of(patient, waiters);
    }
    for (Journal journal : Journals.all()) {
      Thread thread = journal.get();
      if (thread != null
          && thread.isAlive()
          && !waiters.contains(thread)
          && journal.sources().stream().anyMatch(queue -> queue == awaited.object())) {
        return null;
      }
    }
    List<String> takers = departed.takersFrom(awaited.object());
    return stall(
        patient,
        names(takers) + ", which took from it, " + (takers.size() == 1 ? "has" : "have") + " ended",
        "Let a consumer survive what it cannot handle, or use offer with a timeout.",
        bystanders.judge(awaited, waiters, true));
  }

  /** The workers of a pool take from its queue where no hook sees it. */
  private boolean isQueueOfPool(Awaited awaited) {
    return evidence.routes().pools().all().stream()
        .map(Pool::executor)
        .anyMatch(each -> ExecutorFields.queue(each) == awaited.object());
  }

  private Stall lostWork(Awaited awaited, List<GateWaits.Waiting> patient, ThreadSet waiters) {
    if (!awaited.isKnown()) {
      return null;
    }
    DroppedWork.Lost lost = dropped.lossOf(awaited);
    Pledge broken = lost == null ? brokenPledge(patient) : null;
    if (lost == null && broken == null || isAtWork(awaited)) {
      return null;
    }
    Certainty certainty = bystanders.judge(awaited, waiters, true);
    if (lost != null) {
      String how = lost.rejected() ? "was rejected by its pool" : "was dropped by shutdownNow";
      return stall(
          patient,
          "its task " + lost.task() + " " + how,
          "Cancel the futures of tasks that a pool drops or discards, or wait with a timeout.",
          certainty);
    }
    return stall(
        patient,
        broken.who() + ", which was to do it at " + broken.where() + ", has ended without doing it",
        "Do it in a finally block, or wait with a timeout.",
        certainty);
  }

  /** Somebody runs what will complete it after all, or will run it. */
  private boolean isAtWork(Awaited awaited) {
    Route route = awaited.type() == WaitType.FUTURE ? evidence.routes().to(awaited.object()) : null;
    return route != null && !route.threads().isEmpty();
  }

  /**
   * One who was about to end the wait, is no longer, and has not done it. What a latch was counted
   * down since may be the work of those who are gone, so only what exceeds it counts.
   */
  private Pledge brokenPledge(List<GateWaits.Waiting> patient) {
    for (GateWaits.Waiting wait : patient) {
      List<Pledge> gone = wait.spell().pledges().stream().filter(each -> !isKept(each)).toList();
      int kept = wait.spell().missingAtFirst() - wait.awaited().missing();
      if (gone.size() > kept && gone.size() == wait.spell().pledges().size()) {
        return gone.get(gone.size() - 1);
      }
    }
    return null;
  }

  private boolean isKept(Pledge pledge) {
    if (atWork == null) {
      atWork = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Thread thread : evidence.allThreads()) {
        Object work = evidence.outlook().workOf(thread);
        if (work != null) {
          atWork.add(work);
        }
      }
      for (Pool pool : evidence.routes().pools().all()) {
        atWork.addAll(pool.queued());
      }
    }
    return atWork.stream().anyMatch(pledge::isOf);
  }

  private Stall stall(
      List<GateWaits.Waiting> patient, String because, String advice, Certainty certainty) {
    if (certainty == null) {
      return null;
    }
    boolean guessed =
        !evidence.isHistoryComplete() || Gate.mayOpenItself(patient.get(0).awaited().object());
    return new Stall(patient, because, advice, guessed ? Certainty.POSSIBLE : certainty);
  }

  private static String it(List<String> names) {
    return names.size() == 1 ? "it" : "they";
  }

  static String names(List<String> names) {
    List<String> some = new ArrayList<>(names.subList(0, Math.min(MOST_NAMES, names.size())));
    return some.size() < names.size()
        ? String.join(", ", some) + NAMED_AT_MOST
        : String.join(" and ", some);
  }
}
