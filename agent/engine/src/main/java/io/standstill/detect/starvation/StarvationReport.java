package io.standstill.detect.starvation;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Frames;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolCounts;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolHistory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Turns a streak into a finding: what each worker does, for how long, and who waits. */
final class StarvationReport {
  private static final int MOST_PLACES = 3;
  private static final int MOST_THREADS = 50;

  /** Workers that use more of a processor than this do something, whatever their stacks say. */
  private static final double HARDLY_ANY = 0.05;

  private final PoolHistory pool;
  private final Streak streak;
  private final PoolCounts counts;
  private final PoolFigures figures;
  private final Map<Long, List<StackTraceElement>> stacks;

  StarvationReport(PoolHistory pool, Streak streak) {
    this.pool = pool;
    this.streak = streak;
    this.counts = pool.counts();
    this.figures = pool.figures();
    this.stacks = Streak.stacksOf(pool);
  }

  Finding tell(String id) {
    return new Finding(
        Instant.now(),
        id,
        Kind.POOL_STARVATION,
        certainty(),
        summary(),
        threads(),
        List.of(use()),
        0,
        null,
        null,
        advice());
  }

  /** Likely if nobody has moved and nobody computes; else the tasks may just take their time. */
  private Certainty certainty() {
    boolean unmoved =
        streak.stacks() != null
            && stacks.keySet().equals(streak.stacks().keySet())
            && stacks.entrySet().stream().allMatch(this::isUnmoved)
            && streak.computing(pool) < HARDLY_ANY;
    return unmoved && !streak.isStorm() ? Certainty.LIKELY : Certainty.POSSIBLE;
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
    words.append(String.format(Locale.ROOT, " been busy for %.1f s", streak.nanos() / 1e9));
    String idle = counts.completed() < 0 ? " and took no other task, " : " and ended no task, ";
    words.append(streak.isStorm() ? ", " : idle);
    words.append(count(counts.due(), "task waits", "tasks wait"));
    if (!streak.isStorm()) {
      words.append(String.format(Locale.ROOT, ", the oldest for %.1f s at least", oldestWait()));
    }
    if (streak.rejections() > 0) {
      words.append(", ").append(count(streak.rejections(), "was rejected", "were rejected"));
    }
    return words.append("; ").append(places()).toString();
  }

  /** In seconds. No task has ended, so none has begun: what waited at first waits still. */
  private double oldestWait() {
    return Math.max(streak.nanos(), pool.timedWaitNanos()) / 1e9;
  }

  private static String count(int count, String one, String more) {
    return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? one : more);
  }

  /** Such as {@code 6 of 8 in HttpClient.send, 2 in Dao.load}. */
  private String places() {
    Map<String, Integer> byPlace = new LinkedHashMap<>();
    for (List<StackTraceElement> stack : stacks.values()) {
      byPlace.merge(place(stack), 1, Integer::sum);
    }
    List<Map.Entry<String, Integer>> most = new ArrayList<>(byPlace.entrySet());
    most.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    StringJoiner places = new StringJoiner(", ");
    for (int i = 0; i < most.size() && i < MOST_PLACES; i++) {
      String of = i == 0 ? " of " + stacks.size() : "";
      places.add(most.get(i).getValue() + of + " in " + most.get(i).getKey());
    }
    if (most.size() > MOST_PLACES) {
      places.add("…");
    }
    return places.toString();
  }

  private static String place(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      if (!Frames.isJdk(frame)) {
        String type = frame.getClassName();
        return type.substring(type.lastIndexOf('.') + 1) + "." + frame.getMethodName();
      }
    }
    return stack.isEmpty() ? "no code" : Frames.text(stack.get(0));
  }

  private List<StuckThread> threads() {
    List<StuckThread> threads = new ArrayList<>();
    for (Thread worker : counts.workers()) {
      List<StackTraceElement> stack = stacks.get(Threads.id(worker));
      if (threads.size() < MOST_THREADS && stack != null) {
        threads.add(
            new StuckThread(
                Threads.id(worker),
                Threads.name(worker),
                Threads.isVirtual(worker),
                Threads.state(worker).name(),
                null,
                List.of(),
                Frames.text(stack.toArray(StackTraceElement[]::new))));
      }
    }
    return threads;
  }

  private PoolUse use() {
    return new PoolUse(
        figures.name(),
        figures.className(),
        counts.size(),
        counts.max(),
        counts.active(),
        counts.queued(),
        List.of(),
        null);
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
