package io.standstill.detect.narration;

import io.standstill.detect.waits.Situation;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.pool.PoolFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Turns a situation into a finding. */
public final class Narrator {
  private final Situation situation;
  private final Function<Object, PoolFigures> figures;

  /**
   * Tells of this situation.
   *
   * @param figures what is known of a pool, or null
   */
  public Narrator(Situation situation, Function<Object, PoolFigures> figures) {
    this.situation = situation;
    this.figures = figures;
  }

  /** The finding, under this id, with stacks as they are now. */
  public Finding tell(String id) {
    List<PoolUse> pools = new PoolUses(situation, figures).all();
    return new Finding(
        Instant.now(),
        id,
        kind(),
        situation.certainty(),
        new Summary(situation, pools).sentence(),
        threads(),
        pools,
        situation.behind(),
        situation.isPassing() ? situation.endsInMillis() : null,
        null,
        new Advice(situation).sentence());
  }

  private Kind kind() {
    if (!situation.pools().isEmpty()) {
      return Kind.POOL_DEADLOCK;
    } else if (situation.awaitsSignal() || situation.awaitsLoan()) {
      return Kind.STALL;
    }
    return hasWaitOf(WaitType.CLASS_INIT) ? Kind.CLASS_INIT_DEADLOCK : Kind.DEADLOCK;
  }

  private boolean hasWaitOf(WaitType type) {
    return situation.waits().values().stream().anyMatch(wait -> wait.type() == type);
  }

  private List<StuckThread> threads() {
    ThreadPortraits portraits =
        new ThreadPortraits(situation.evidence(), situation.waiters(), situation.waits());
    List<StuckThread> threads = new ArrayList<>();
    for (Thread member : situation.members()) {
      threads.add(
          situation.waitOf(member) == null ? portraits.ended(member) : stuck(member, portraits));
    }
    return threads;
  }

  private StuckThread stuck(Thread thread, ThreadPortraits portraits) {
    Thread.State state = situation.evidence().subject(thread).state();
    return portraits.of(thread, state, portraits.waitsFor(thread));
  }
}
