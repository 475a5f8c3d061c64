package io.standstill.order;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Observation;
import io.standstill.recorder.Order;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Predicts deadlocks: follows what threads tell of the order of their locks, and tells a listener
 * of each risk once. A deadlock that has come about is not predicted any more.
 *
 * <p>Thread-safe: one look at a time.
 */
public final class OrderDetector {
  private final History history;
  private final Baseline baseline;
  private final FindingListener listener;
  private final Acquisitions acquisitions;
  private final Newborns newborns = new Newborns();
  private final Pending pending = new Pending();
  private final StepBook steps = new StepBook();
  private final Curiosity curiosity = new Curiosity();
  private final KnownDeadlocks deadlocks = new KnownDeadlocks();
  private final OpenRisks risks = new OpenRisks(deadlocks, pending, curiosity);
  private final OrderGraphs graphs;
  private final News news = new News();
  private volatile boolean degraded;
  private volatile int told;

  /**
   * A detector.
   *
   * @param limit how many edges it may keep
   * @param history of which threads all is known
   * @param baseline the risks that are known
   * @param listener hears of the others
   */
  public OrderDetector(int limit, History history, Baseline baseline, FindingListener listener) {
    OrderedLocks locks = new OrderedLocks();
    this.history = history;
    this.acquisitions = new Acquisitions(locks, history);
    this.graphs = new OrderGraphs(limit, locks, curiosity);
    this.baseline = baseline;
    this.listener = listener;
  }

  /** Takes in what was observed since the last look, and tells what is sure enough. */
  public synchronized void look() {
    look(false);
  }

  /** Tells also what is merely possible, and would be told a little later otherwise. */
  public synchronized void lookForAll() {
    look(true);
  }

  private void look(boolean all) {
    if (Order.isBlank()) {
      return;
    }
    for (Observation observation : Order.fetch()) {
      Acquisition acquisition;
      try {
        acquisition = acquisitions.of(observation);
      } finally {
        observation.seen();
      }
      if (acquisition != null) {
        pending.add(observation);
        newborns.add(acquisition);
        graphs.add(acquisition, risks::add);
      }
    }
    pending.keepOnlyPending();
    if (!risks.areNone()) {
      judge(all);
    }
    degraded |= Order.hasMissed() || graphs.areIncomplete() || risks.areIncomplete();
    curiosity.askIfDue();
  }

  private void judge(boolean all) {
    Judge judge =
        new Judge(
            new ForkJoinOrder(steps.read(), history.isWhole()),
            new Hierarchy(graphs.ofClasses()),
            newborns);
    risks.judge(judge, all, this::tell);
  }

  private void tell(Signature signature, Cycle cycle, Certainty certainty) {
    if (baseline.knows(signature)) {
      return;
    }
    if (news.are(signature)) {
      listener.on(new OrderNarrator(cycle, certainty).tell("O" + ++told));
      Order.told();
    }
    try {
      baseline.note(signature);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the baseline cannot be written", unwritable);
    }
  }

  /**
   * Takes over the journal of a thread that has ended: what it did among others matters. To be
   * called before it can be found nowhere else, for a look may come from another thread.
   */
  public synchronized void leaving(Journal journal) {
    steps.leaving(journal);
  }

  /** Hears of what has really come about. */
  public synchronized void heard(Finding finding) {
    deadlocks.heard(finding);
  }

  /** True if something was left out: edges beyond the limit, or observations beyond all measure. */
  public boolean isDegraded() {
    return degraded;
  }

  /** Goes through it all once, so that the classes it needs are loaded while the JVM is well. */
  public synchronized void rehearse() {
    judge(false);
  }
}
