package io.standstill.detect.starvation;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.jvm.Frames;
import io.standstill.pool.PoolCounts;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolHistory;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Turns a streak into a finding: what each worker does, for how long, and who waits. */
final class StarvationReport {
  /** Workers that use more of a processor than this do something, whatever their stacks say. */
  private static final double HARDLY_ANY = 0.05;

  private final PoolHistory pool;
  private final Streak streak;
  private final PoolCounts counts;
  private final PoolFigures figures;
  private final PoolScene scene;

  StarvationReport(PoolHistory pool, Streak streak) {
    this.pool = pool;
    this.streak = streak;
    this.counts = pool.counts();
    this.figures = pool.figures();
    this.scene = new PoolScene(pool);
  }

  Finding tell(String id) {
    return new Finding(
        Instant.now(),
        id,
        Kind.POOL_STARVATION,
        certainty(),
        summary(),
        scene.threads(),
        List.of(scene.use()),
        0,
        null,
        null,
        advice());
  }

  /**
   * Likely if tasks wait, nobody has moved and nobody computes; else the tasks may just take their
   * time.
   */
  private Certainty certainty() {
    boolean unmoved =
        streak.stacks() != null
            && scene.stacks().keySet().equals(streak.stacks().keySet())
            && scene.stacks().entrySet().stream().allMatch(this::isUnmoved)
            && streak.computing(pool) < HARDLY_ANY;
    return unmoved && !streak.isStorm() && counts.due() > 0 ? Certainty.LIKELY : Certainty.POSSIBLE;
  }

  private boolean isUnmoved(Map.Entry<Long, List<StackTraceElement>> entry) {
    List<StackTraceElement> before = streak.stacks().get(entry.getKey());
    return Frames.text(before.toArray(StackTraceElement[]::new))
        .equals(Frames.text(entry.getValue().toArray(StackTraceElement[]::new)));
  }

  private String summary() {
    StringBuilder words = new StringBuilder(figures.name());
    words.append(": ").append(counts.active()).append(" of ").append(counts.size());
    words.append(counts.active() == 1 ? " worker has" : " workers have");
    words.append(String.format((Locale) null, " been busy for %.1f s", streak.nanos() / 1e9));
    String idle = counts.completed() < 0 ? " and took no other task, " : " and ended no task, ";
    words.append(streak.isStorm() ? ", " : idle);
    return words.append(tasks()).append("; ").append(scene.places()).toString();
  }

  /** Those that wait, for how long, and those that were turned away. */
  private String tasks() {
    int refused = streak.rejections();
    if (counts.due() == 0) {
      return PoolScene.count(refused, "task was rejected", "tasks were rejected");
    }
    String waiting = PoolScene.count(counts.due(), "task waits", "tasks wait");
    if (!streak.isStorm()) {
      waiting += String.format((Locale) null, ", the oldest for %.1f s at least", oldestWait());
    }
    return refused == 0
        ? waiting
        : waiting + ", " + PoolScene.count(refused, "was rejected", "were rejected");
  }

  /** In seconds. No task has ended, so none has begun: what waited at first waits still. */
  private double oldestWait() {
    return Math.max(streak.nanos(), pool.timedWaitNanos()) / 1e9;
  }

  private String advice() {
    if (streak.isStorm()) {
      return "The pool gets on, but less fast than tasks come: give it more threads if its tasks"
          + " wait, else slow down who submits.";
    }
    return "Look at where its threads stand: give what they wait for a timeout, or a pool of its"
        + " own, so that it cannot use up this one.";
  }
}
