package io.standstill.order;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Observation;
import io.standstill.recorder.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Predicts deadlocks: follows what threads tell of the order of their locks, and tells a listener
 * of each risk once. A deadlock that has come about is not predicted any more.
 *
 * <p>Thread-safe: one look at a time.
 */
public final class OrderDetector {
  /** What is merely possible is told later, for the next moment may make it likely. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final int MOST_RISKS = 1_000;

  private final int limit;
  private final History history;
  private final Baseline baseline;
  private final FindingListener listener;
  private final OrderedLocks locks = new OrderedLocks();
  private final Acquisitions acquisitions;
  private final OrderGraph instances =
      new OrderGraph(Level.INSTANCE, List.of(new SameThread(), new GateLock(Level.INSTANCE)));
  private final OrderGraph classes =
      new OrderGraph(Level.LOCK_CLASS, List.of(new SameThread(), new GateLock(Level.LOCK_CLASS)));
  private final Newborns newborns = new Newborns();
  private final Pending pending = new Pending();
  private final StepBook steps = new StepBook();
  private final Curiosity curiosity = new Curiosity();
  private final Map<String, Risk> risks = new LinkedHashMap<>();
  private final Set<String> done = new HashSet<>();
  private final Set<Set<Object>> toldLocks = new HashSet<>();
  private final Deadlocks deadlocks = new Deadlocks();
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
    this.limit = limit;
    this.history = history;
    this.acquisitions = new Acquisitions(locks, history);
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
        add(acquisition);
      }
    }
    degraded |= Order.hasMissed() || instances.gaveUp() || classes.gaveUp();
    pending.keepOnlyPending();
    if (!risks.isEmpty()) {
      judge(all);
    }
    curiosity.askIfDue();
  }

  private void add(Acquisition acquisition) {
    if (isFull()) {
      locks.sweep();
      instances.sweep();
    }
    if (isFull()) {
      degraded = true;
      return;
    }
    for (Edge edge : Edge.of(acquisition)) {
      instances.add(edge, this::found);
      classes.add(edge, this::found);
      Object from = Level.LOCK_CLASS.key(edge.from().lock());
      Object to = Level.LOCK_CLASS.key(edge.to().lock());
      if (from != null
          && to != null
          && (from.equals(to) || classes.reachableFrom(to).contains(from))) {
        curiosity.about(acquisition.chain());
      }
    }
  }

  private boolean isFull() {
    return instances.size() + classes.size() >= limit;
  }

  private void found(Cycle cycle) {
    String signature = Signature.of(cycle);
    if (!done.contains(signature)) {
      if (risks.size() < MOST_RISKS) {
        risks.computeIfAbsent(signature, Risk::new).add(cycle);
      } else {
        degraded = true;
      }
    }
  }

  private void judge(boolean all) {
    Judge judge =
        new Judge(
            new ForkJoinOrder(steps.read(), history.isWhole()), new Hierarchy(classes), newborns);
    for (Iterator<Risk> each = risks.values().iterator(); each.hasNext(); ) {
      Risk risk = each.next();
      Cycle likely = null;
      Cycle possible = null;
      boolean waits = false;
      for (Iterator<Cycle> cycles = risk.cycles.iterator(); cycles.hasNext(); ) {
        Cycle cycle = cycles.next();
        Certainty certainty = judge.of(cycle);
        if (certainty == null || deadlocks.have(cycle)) {
          cycle.edges().forEach(edge -> curiosity.about(edge.by().chain()));
          cycles.remove();
        } else if (pending.has(cycle) || Signals.mayBe(cycle)) {
          waits = true;
        } else if (certainty == Certainty.LIKELY) {
          likely = cycle;
        } else {
          possible = cycle;
        }
      }
      boolean due = all || System.nanoTime() - risk.sinceNanos > PATIENCE_NANOS;
      if (likely != null) {
        tell(risk, likely, Certainty.LIKELY);
        each.remove();
      } else if (possible != null && due && !waits) {
        tell(risk, possible, Certainty.POSSIBLE);
        each.remove();
      } else if (risk.cycles.isEmpty()) {
        each.remove();
      }
    }
  }

  private void tell(Risk risk, Cycle cycle, Certainty certainty) {
    done.add(risk.signature);
    if (baseline.knows(risk.signature)) {
      return;
    }
    if (toldLocks.add(Risk.locks(cycle))) {
      listener.on(new OrderNarrator(cycle, certainty).tell("O" + ++told));
    }
    try {
      baseline.note(risk.signature);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("the baseline cannot be written", unwritable);
    }
  }

  /** Takes over the journals of threads that have ended: what they did among others matters. */
  public synchronized void departed(Collection<Journal> journals) {
    steps.departed(journals);
  }

  /** Hears of what has really come about. */
  public synchronized void heard(Finding finding) {
    deadlocks.heard(finding);
  }

  /** True if something was left out: edges beyond the limit, or observations beyond all measure. */
  public boolean isDegraded() {
    return degraded;
  }

  /** The risks that are known, as far as they were seen, and those that were not. */
  public Baseline baseline() {
    return baseline;
  }

  /** Goes through it all once, so that the classes it needs are loaded while the JVM is well. */
  public synchronized void rehearse() {
    judge(false);
  }

  /** The locks of deadlocks that were told, by identity. */
  private static final class Deadlocks {
    private static final int MOST = 100;
    private final Map<String, Set<String>> locks = new LinkedHashMap<>();

    void heard(Finding finding) {
      if (!finding.kind().isDeadlock() || locks.size() >= MOST) {
        return;
      }
      Set<String> identities = locks.computeIfAbsent(finding.id(), unused -> new HashSet<>());
      for (StuckThread thread : finding.threads()) {
        note(thread.waitsFor(), identities);
        thread.holds().forEach(held -> note(held, identities));
      }
    }

    private static void note(LockUse use, Set<String> identities) {
      if (use != null && use.identity() != null) {
        identities.add(use.identity());
      }
    }

    boolean have(Cycle cycle) {
      return locks.values().stream()
          .anyMatch(
              told ->
                  cycle.edges().stream()
                      .allMatch(edge -> told.stream().anyMatch(edge.from().lock()::isKnownAs)));
    }
  }
}
