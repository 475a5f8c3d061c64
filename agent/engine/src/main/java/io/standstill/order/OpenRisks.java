package io.standstill.order;

import io.standstill.finding.Certainty;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The cycles that were found and not told yet, by signature. What is not sure enough waits here, or
 * is dropped. Not thread-safe.
 */
final class OpenRisks {
  /** What is merely possible is told later, for the next moment may make it likely. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private static final int MOST = 1_000;

  private final KnownDeadlocks deadlocks;
  private final Pending pending;
  private final Curiosity curiosity;
  private final Map<Signature, Risk> risks = new LinkedHashMap<>();
  private final Set<Signature> done = new HashSet<>();
  private boolean overflowed;

  /**
   * @param deadlocks what has come about is not predicted
   * @param pending what may come about right now has to wait
   * @param curiosity hears of what should be looked at more closely
   */
  OpenRisks(KnownDeadlocks deadlocks, Pending pending, Curiosity curiosity) {
    this.deadlocks = deadlocks;
    this.pending = pending;
    this.curiosity = curiosity;
  }

  /** Gets what is sure enough, once for each signature. */
  interface Teller {
    void tell(Signature signature, Cycle cycle, Certainty certainty);
  }

  void add(Cycle cycle) {
    Signature signature = Signature.of(cycle);
    if (!done.contains(signature)) {
      boolean full = risks.size() >= MOST && !risks.containsKey(signature);
      overflowed |= full || !risks.computeIfAbsent(signature, Risk::new).add(cycle);
    }
  }

  boolean areNone() {
    return risks.isEmpty();
  }

  /** True if a cycle was left out. */
  boolean areIncomplete() {
    return overflowed;
  }

  /**
   * Tells what is sure enough.
   *
   * @param all whether what is merely possible is told without delay
   */
  void judge(Judge judge, boolean all, Teller teller) {
    for (Iterator<Risk> each = risks.values().iterator(); each.hasNext(); ) {
      Risk risk = each.next();
      Verdict verdict = new Verdict(risk, judge);
      boolean due = all || System.nanoTime() - risk.sinceNanos > PATIENCE_NANOS;
      if (verdict.likely != null) {
        tell(risk, verdict.likely, Certainty.LIKELY, teller);
        each.remove();
      } else if (verdict.possible != null && due && !verdict.waits) {
        tell(risk, verdict.possible, Certainty.POSSIBLE, teller);
        each.remove();
      } else if (risk.cycles.isEmpty()) {
        each.remove();
      }
    }
  }

  private void tell(Risk risk, Cycle cycle, Certainty certainty, Teller teller) {
    done.add(risk.signature);
    teller.tell(risk.signature, cycle, certainty);
  }

  /** Goes through the cycles of a risk, and drops those that are none. */
  private final class Verdict {
    private Cycle likely;
    private Cycle possible;
    private boolean waits;

    Verdict(Risk risk, Judge judge) {
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
    }
  }
}
