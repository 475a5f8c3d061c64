package io.standstill.detect.longwait;

import io.standstill.detect.evidence.StallWatch;
import io.standstill.finding.Finding;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thread that keeps others waiting for long, by a lock that it holds or that somebody holds who
 * waits for it in turn.
 *
 * @param path from one that has waited too long to the root, the way that tells most
 * @param waiters ids of all who wait for the root, directly or not
 * @param keys the holds that have lasted too long on the ways from the waiters to the root
 * @param scene what the look knew
 */
record LongHold(List<Thread> path, Set<Long> waiters, Set<Key> keys, LockScene scene)
    implements LongWait {
  private static final int MOST_SHOWN = 8;

  private static final class Group {
    private final Set<Long> waiters = new HashSet<>();
    private final Set<Key> holds = new HashSet<>();
    private List<Thread> path;
  }

  /**
   * All that a look finds.
   *
   * @param thresholdNanos what is too long, for a wait and for a hold
   */
  static List<LongHold> in(LockScene scene, long thresholdNanos) {
    Map<Long, Group> byRoot = new LinkedHashMap<>();
    for (Thread waiter : scene.waiters()) {
      List<Thread> path = scene.isStuck(waiter) ? null : scene.pathFrom(waiter);
      if (path != null) {
        Thread root = path.get(path.size() - 1);
        Group group = byRoot.computeIfAbsent(Threads.id(root), unused -> new Group());
        group.waiters.add(Threads.id(waiter));
        Set<Key> holds = longHolds(path, scene, thresholdNanos);
        if (!holds.isEmpty()) {
          group.holds.addAll(holds);
          group.path = telling(group.path, path, scene);
        }
      }
    }
    List<LongHold> found = new ArrayList<>();
    for (Group group : byRoot.values()) {
      if (group.path != null && root(group.path).isAlive()) {
        found.add(new LongHold(group.path, group.waiters, group.holds, scene));
      }
    }
    return found;
  }

  /** The holds on a way that have lasted too long for somebody who has waited too long. */
  private static Set<Key> longHolds(List<Thread> path, LockScene scene, long thresholdNanos) {
    Set<Key> holds = new HashSet<>();
    for (Thread waiter : path.subList(0, path.size() - 1)) {
      if (scene.waitedNanos(waiter) >= thresholdNanos) {
        for (LockHistory.Hold hold : scene.holdsAgainst(waiter)) {
          if (scene.isLong(hold, thresholdNanos)) {
            holds.add(new Key(scene.lockOf(waiter).withoutObject(), hold.owner()));
          }
        }
      }
    }
    return holds;
  }

  /** The way over more threads tells more; of two that are as long, the one with more patience. */
  private static List<Thread> telling(List<Thread> one, List<Thread> other, LockScene scene) {
    if (one == null || other.size() > one.size() && other.size() <= MOST_SHOWN) {
      return other;
    }
    boolean waitsLonger = scene.waitedNanos(other.get(0)) > scene.waitedNanos(one.get(0));
    return other.size() == one.size() && waitsLonger ? other : one;
  }

  private static Thread root(List<Thread> path) {
    return path.get(path.size() - 1);
  }

  /** Who keeps all others waiting. */
  Thread root() {
    return root(path);
  }

  @Override
  public String about() {
    return Threads.name(root());
  }

  @Override
  public long patient() {
    return Threads.id(path.get(0));
  }

  @Override
  public long waitedNanos() {
    return scene.waitedNanos(path.get(0));
  }

  @Override
  public Set<Long> members() {
    return ThreadSet.of(path).ids();
  }

  @Override
  public Finding tell(String id) {
    return new LongHoldReport(this).tell(id);
  }

  @Override
  public boolean mayBeStall() {
    return StallWatch.isCandidate(root());
  }

  /** The threads of the path but for the root. */
  List<Thread> waitersOnPath() {
    return path.subList(0, path.size() - 1);
  }

  /** Others that have held the very lock of the root for too long: readers, beside a reader. */
  List<Thread> rootsBeside() {
    List<Thread> beside = new ArrayList<>();
    if (path.size() > 1) {
      Thread last = path.get(path.size() - 2);
      for (LockHistory.Hold hold : scene.holdsAgainst(last)) {
        Thread holder = scene.waitOf(last).owners().get(hold.owner());
        boolean isKey = keys.contains(new Key(scene.lockOf(last).withoutObject(), hold.owner()));
        if (holder != null && holder != root() && isKey) {
          beside.add(holder);
        }
      }
    }
    return beside;
  }
}
