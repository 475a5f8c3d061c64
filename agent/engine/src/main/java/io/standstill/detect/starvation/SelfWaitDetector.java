package io.standstill.detect.starvation;

import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.finding.Kind;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolHistory;
import io.standstill.pool.WorkerLimit;
import io.standstill.recorder.SelfWait;
import io.standstill.recorder.SelfWaits;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Predicts that a pool will wait for itself: a worker has waited for ever for what it had handed to
 * its own pool, and was lucky, for another worker was free. Told once per pair of places, when such
 * a wait has ended; for while it lasts it may be no luck but a deadlock. Of a pool that had a
 * deadlock nothing more is predicted. Not thread-safe: one thread looks.
 */
public final class SelfWaitDetector {
  /** More are not told; so many places are no longer of help to anyone. */
  private static final int MOST_TOLD = 500;

  private final Supplier<List<Finding>> active;
  private final FindingListener listener;
  private final Set<Places> told = new HashSet<>();

  /** Those of the living pools that had a deadlock. */
  private Set<PoolHistory> deadlocked = Collections.newSetFromMap(new IdentityHashMap<>());

  private record Places(int waitSite, int submitSite) {}

  /**
   * A detector that tells a listener.
   *
   * @param active the findings that last now
   */
  public SelfWaitDetector(Supplier<List<Finding>> active, FindingListener listener) {
    this.active = active;
    this.listener = listener;
  }

  /** Judges what the hooks have noted of these pools, which are all that live. */
  public void look(Collection<PoolHistory> pools) {
    noteDeadlocks(pools);
    for (SelfWait wait : SelfWaits.sweep()) {
      Places places = new Places(wait.waitSite(), wait.submitSite());
      PoolHistory pool = wait.wasLucky() && !told.contains(places) ? find(wait, pools) : null;
      int limit = pool == null ? 0 : WorkerLimit.of(wait.pool().pool());
      if (limit > 0 && told.size() < MOST_TOLD) {
        told.add(places);
        listener.on(new SelfWaitReport(wait, pool, limit).tell("W" + told.size()));
      }
    }
  }

  private void noteDeadlocks(Collection<PoolHistory> pools) {
    Set<Long> stuck = new HashSet<>();
    for (Finding finding : active.get()) {
      if (finding.kind() == Kind.POOL_DEADLOCK) {
        finding.threads().stream().map(StuckThread::id).forEach(stuck::add);
      }
    }
    Set<PoolHistory> still = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PoolHistory pool : pools) {
      if (deadlocked.contains(pool) || !stuck.isEmpty() && hasAny(pool, stuck)) {
        still.add(pool);
      }
    }
    deadlocked = still;
  }

  private static boolean hasAny(PoolHistory pool, Set<Long> ids) {
    for (Thread worker : pool.counts().workers()) {
      if (ids.contains(Threads.id(worker))) {
        return true;
      }
    }
    return false;
  }

  /** The pool of a wait, if it is alive, has a name, and had no deadlock. */
  private PoolHistory find(SelfWait wait, Collection<PoolHistory> pools) {
    for (PoolHistory pool : pools) {
      if (pool.isOf(wait.pool()) && pool.figures() != null && !deadlocked.contains(pool)) {
        return pool;
      }
    }
    return null;
  }
}
