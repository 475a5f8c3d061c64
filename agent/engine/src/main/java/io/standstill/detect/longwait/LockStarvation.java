package io.standstill.detect.longwait;

import io.standstill.detect.probe.LockRef;
import io.standstill.finding.Finding;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One lock that goes from hand to hand past threads that have waited for it for long.
 *
 * @param lock the lock
 * @param starving who has waited too long
 * @param waiters ids of all who wait for the lock
 * @param scene what the look knew
 */
record LockStarvation(LockRef lock, List<Thread> starving, Set<Long> waiters, LockScene scene)
    implements LongWait {

  /** Fewer may be bad luck, and no look has seen what happened in between. */
  private static final int FEWEST_TAKINGS = 3;

  /** All that a look finds. */
  static List<LockStarvation> in(LockScene scene, long thresholdNanos) {
    Map<LockRef, ThreadSet> waiters = new LinkedHashMap<>();
    Map<LockRef, List<Thread>> starving = new LinkedHashMap<>();
    for (Thread waiter : scene.waiters()) {
      LockRef lock = scene.isStuck(waiter) ? null : scene.lockOf(waiter);
      if (lock != null) {
        waiters.computeIfAbsent(lock, unused -> new ThreadSet()).add(waiter);
        if (isStarving(waiter, scene, thresholdNanos)) {
          starving.computeIfAbsent(lock, unused -> new ArrayList<>()).add(waiter);
        }
      }
    }
    List<LockStarvation> found = new ArrayList<>();
    starving.forEach(
        (lock, threads) -> {
          threads.sort((one, other) -> Long.compare(waited(other, scene), waited(one, scene)));
          found.add(new LockStarvation(lock, threads, waiters.get(lock).ids(), scene));
        });
    return found;
  }

  private static long waited(Thread waiter, LockScene scene) {
    return scene.waitedNanos(waiter);
  }

  private static boolean isStarving(Thread waiter, LockScene scene, long thresholdNanos) {
    return scene.waitedNanos(waiter) >= thresholdNanos
        && scene.overtakersOf(waiter).size() >= FEWEST_TAKINGS
        && scene.holdsAgainst(waiter).stream()
            .noneMatch(hold -> scene.isLong(hold, thresholdNanos));
  }

  /** Who has waited for longest. */
  Thread longest() {
    return starving.get(0);
  }

  /** What looks have seen of others that took the lock meanwhile. */
  List<LockHistory.Taking> takings() {
    return scene.overtakersOf(longest());
  }

  @Override
  public Set<Key> keys() {
    return Set.of(new Key(lock.withoutObject(), Key.MANY));
  }

  @Override
  public Set<Long> members() {
    return Set.of(Threads.id(longest()));
  }

  @Override
  public boolean mayBeStall() {
    return false;
  }

  @Override
  public String about() {
    return Threads.name(longest());
  }

  @Override
  public long patient() {
    return Threads.id(longest());
  }

  @Override
  public long waitedNanos() {
    return scene.waitedNanos(longest());
  }

  @Override
  public Finding tell(String id) {
    return new LockStarvationReport(this).tell(id);
  }
}
