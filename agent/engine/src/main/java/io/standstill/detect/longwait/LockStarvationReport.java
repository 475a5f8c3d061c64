package io.standstill.detect.longwait;

import io.standstill.detect.evidence.Wait;
import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Turns a starvation into a finding: who waits, who has passed it how often, and what would help.
 */
final class LockStarvationReport {
  private static final int MOST_NAMES = 3;

  private final LockStarvation starvation;
  private final LockScene scene;
  private final List<LockHistory.Taking> takings;

  LockStarvationReport(LockStarvation starvation) {
    this.starvation = starvation;
    this.scene = starvation.scene();
    this.takings = starvation.takings();
  }

  Finding tell(String id) {
    List<StuckThread> threads = new SceneThreads(scene, members()).all();
    return new Finding(
        Instant.now(),
        id,
        Kind.LOCK_STARVATION,
        isOvertaken() ? Certainty.LIKELY : Certainty.POSSIBLE,
        summary(threads.get(0).waitsFor()),
        threads,
        List.of(),
        starvation.waiters().size() - 1,
        null,
        null,
        advice(threads.get(0).waitsFor()));
  }

  /** Who has waited for longest, and who has the lock now. */
  private List<Thread> members() {
    ThreadSet members = ThreadSet.of(List.of(starvation.longest()));
    Wait wait = scene.waitOf(starvation.longest());
    if (wait != null) {
      for (LockHistory.Hold hold : scene.holdsAgainst(starvation.longest())) {
        Thread holder = wait.owners().get(hold.owner());
        if (holder != null && members.size() <= MOST_NAMES) {
          members.add(holder);
        }
      }
    }
    return List.copyOf(members.threads());
  }

  /** Somebody had the lock twice meanwhile; else the queue may just be long. */
  private boolean isOvertaken() {
    return byOwner().values().stream().anyMatch(count -> count > 1);
  }

  private Map<String, Integer> byOwner() {
    Map<Long, String> names = new LinkedHashMap<>();
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (LockHistory.Taking taking : takings) {
      String name = names.computeIfAbsent(taking.owner(), unused -> taking.name());
      counts.merge(name, 1, Integer::sum);
    }
    return counts;
  }

  private String summary(LockUse wanted) {
    String waiter = Threads.name(starvation.longest());
    String waited = String.format((Locale) null, "%.1f s", starvation.waitedNanos() / 1e9);
    StringBuilder words = new StringBuilder(waiter).append(" has waited ").append(waited);
    words.append(" for ").append(name(wanted));
    words.append(" while others took it at least ").append(takings.size()).append(" times: ");
    words.append(overtakers());
    int more = starvation.starving().size() - 1;
    if (more > 0) {
      words.append("; ").append(more).append(" more ").append(more == 1 ? "waits" : "wait");
      words.append(" like it");
    }
    return words.toString();
  }

  private String name(LockUse wanted) {
    if (wanted != null && wanted.name() != null) {
      return wanted.name();
    }
    String type = wanted == null ? starvation.lock().className() : wanted.className();
    return "a " + type.substring(type.lastIndexOf('.') + 1);
  }

  private String overtakers() {
    List<Map.Entry<String, Integer>> most = new ArrayList<>(byOwner().entrySet());
    most.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    StringJoiner names = new StringJoiner(", ");
    for (Map.Entry<String, Integer> each : most.subList(0, Math.min(MOST_NAMES, most.size()))) {
      names.add(each.getKey() + " " + each.getValue());
    }
    int more = most.size() - MOST_NAMES;
    return more > 0 ? names + " and " + more + " more" : names.toString();
  }

  /** By the lock itself: its class tells whether it is fair already. */
  private String advice(LockUse wanted) {
    if (!isOvertaken()) {
      return "Its turn comes, but late: hold the lock for less of the work, or split what it"
          + " protects.";
    }
    String type = starvation.lock().className();
    String shorter = " Hold it for less of the work, and leave gaps between.";
    if (type.endsWith("$FairSync")) {
      return "This lock is fair, but tryLock() without a time passes its queue: use lock() or"
          + " tryLock(0, SECONDS) instead.";
    } else if (type.endsWith(".StampedLock")) {
      return "A StampedLock lets readers pass a waiting writer: use a fair"
          + " ReentrantReadWriteLock, or optimistic reads.";
    } else if (type.contains("ReentrantReadWriteLock")) {
      return "Make it a fair lock, new ReentrantReadWriteLock(true), and take it by lock(), for"
          + " tryLock() passes the queue."
          + shorter;
    } else if (type.contains("ReentrantLock")) {
      return "Make it a fair lock: new ReentrantLock(true)." + shorter;
    }
    boolean isMonitor = wanted == null || wanted.type() == WaitType.MONITOR;
    return (isMonitor ? "A monitor is not fair" : "This lock lets others pass its queue")
        + ": use a fair lock, new ReentrantLock(true)."
        + shorter;
  }
}
