package io.standstill.detect.starvation;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.finding.Kind;
import io.standstill.pool.PoolCounts;
import io.standstill.pool.PoolHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Finds pools in which tasks wait longer and longer: tasks end, but more come. A long queue is
 * nothing to tell, be it of a batch or kept full on purpose; only one that has grown all the time,
 * and in which a task that comes now waits for longer than the threshold. What a pool's own tasks
 * put into its queue ends with them, so nothing is told of such pools. Not thread-safe: one thread
 * looks.
 */
public final class BacklogDetector {
  /** It must have grown for so many times the threshold. */
  private static final int PATIENCE = 3;

  private static final long USUAL_GAP_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final Supplier<Duration> threshold;
  private final Supplier<List<Finding>> active;
  private final FindingListener listener;
  private Map<PoolHistory, Backlog> backlogs = new IdentityHashMap<>();
  private int told;

  /**
   * A detector that tells a listener.
   *
   * @param threshold how long tasks may wait; asked in each look
   * @param active the findings that last now
   */
  public BacklogDetector(
      Supplier<Duration> threshold, Supplier<List<Finding>> active, FindingListener listener) {
    this.threshold = threshold;
    this.active = active;
    this.listener = listener;
  }

  /** Judges what the last look at the pools has seen. */
  public void look(Collection<PoolHistory> pools) {
    Map<PoolHistory, Backlog> going = new IdentityHashMap<>();
    for (PoolHistory pool : pools) {
      Backlog backlog = backlogs.get(pool);
      if (pool.figures() != null && isBehind(pool)) {
        if (backlog == null || backlog.isBroken(pool, USUAL_GAP_NANOS)) {
          going.put(pool, new Backlog(pool));
        } else {
          backlog.see(pool);
          if (backlog.finding() == null) {
            going.put(pool, backlog);
            judge(pool, backlog);
          } else if (!backlog.isShrinking()) {
            going.put(pool, backlog);
          }
        }
      }
    }
    backlogs.forEach(
        (pool, backlog) -> {
          if (going.get(pool) != backlog) {
            resolve(backlog);
          }
        });
    backlogs = going;
  }

  private static boolean isBehind(PoolHistory pool) {
    PoolCounts counts = pool.counts();
    return counts.completed() >= 0
        && counts.size() > 0
        && counts.active() >= counts.size()
        && counts.due() > 0;
  }

  private void judge(PoolHistory pool, Backlog backlog) {
    long nanos = threshold.get().toNanos();
    if (backlog.nanos() >= Math.max(PATIENCE * nanos, PATIENCE * pool.longestRunNanos())
        && backlog.isGrowing()
        && backlog.waitNanos() >= nanos
        && !pool.feedsItself()
        && !isExplained(pool.counts())) {
      Finding finding = finding(pool, backlog);
      backlog.told(finding);
      listener.on(finding);
    }
  }

  /** By what holds one of the workers; that the pool gets nothing done says more, too. */
  private boolean isExplained(PoolCounts counts) {
    Set<Long> workers = counts.workers().ids();
    return active.get().stream()
        .filter(
            each ->
                each.kind().explains(Kind.POOL_STARVATION) || each.kind() == Kind.POOL_STARVATION)
        .anyMatch(each -> each.isAbout(workers));
  }

  private Finding finding(PoolHistory pool, Backlog backlog) {
    PoolScene scene = new PoolScene(pool);
    PoolCounts counts = pool.counts();
    String summary =
        String.format(
            (Locale) null,
            "%s: %d of %d workers end fewer tasks than come: for %.1f s the queue has grown, of"
                + " late from %,d to %,d tasks, and what comes now waits for about %.1f s; %s",
            pool.figures().name(),
            counts.active(),
            counts.size(),
            backlog.nanos() / 1e9,
            backlog.queueBefore(),
            counts.due(),
            backlog.waitNanos() / 1e9,
            scene.places());
    return new Finding(
        Instant.now(),
        "B" + ++told,
        Kind.POOL_STARVATION,
        Certainty.POSSIBLE,
        summary,
        scene.threads(),
        List.of(scene.use()),
        0,
        null,
        null,
        "Give the pool more threads if its tasks wait, make them shorter if they compute, or bound"
            + " its queue, so that who submits is slowed down.");
  }

  private void resolve(Backlog backlog) {
    if (backlog.finding() != null) {
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - backlog.toldNanos());
      listener.on(backlog.finding().resolved(Instant.now(), millis));
    }
  }
}
