package io.standstill.detect.narration;

import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.detect.waits.Situation;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.jvm.Frames;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolFigures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Turns a situation into a finding. */
public final class Narrator {
  private final Situation situation;
  private final LockUses lockUses;
  private final Function<Object, PoolFigures> figures;

  /**
   * Tells of this situation.
   *
   * @param figures what is known of a pool, or null
   */
  public Narrator(Situation situation, Function<Object, PoolFigures> figures) {
    this.situation = situation;
    this.figures = figures;
    this.lockUses = new LockUses(situation);
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
    Map<Thread, ThreadFacts> details = situation.evidence().details(situation.waiters());
    List<StuckThread> threads = new ArrayList<>();
    for (Thread member : situation.members()) {
      Wait wait = situation.waitOf(member);
      threads.add(wait == null ? ended(member) : stuck(member, wait, details.get(member)));
    }
    return threads;
  }

  private StuckThread stuck(Thread thread, Wait wait, ThreadFacts details) {
    Subject subject = situation.evidence().subject(thread);
    StackTraceElement[] stack =
        details != null && details.stack() != null ? details.stack() : subject.stack();
    return new StuckThread(
        Threads.id(thread),
        Threads.name(thread),
        Threads.isVirtual(thread),
        subject.state().name(),
        lockUses.waitsFor(subject, wait),
        lockUses.holds(thread, details),
        Frames.text(stack));
  }

  private StuckThread ended(Thread thread) {
    return new StuckThread(
        Threads.id(thread),
        Threads.name(thread),
        Threads.isVirtual(thread),
        Thread.State.TERMINATED.name(),
        null,
        lockUses.leftBehindBy(thread),
        List.of());
  }
}
