package io.standstill.detect.starvation;

import io.standstill.detect.narration.PoolLoads;
import io.standstill.detect.narration.ThreadPortraits;
import io.standstill.finding.PoolUse;
import io.standstill.finding.StuckThread;
import io.standstill.jvm.Frames;
import io.standstill.jvm.Threads;
import io.standstill.pool.PoolCounts;
import io.standstill.pool.PoolFigures;
import io.standstill.pool.PoolHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** What the workers of a pool do now, for a report. */
final class PoolScene {
  private static final int MOST_PLACES = 3;
  private static final int MOST_THREADS = 50;

  private final PoolCounts counts;
  private final PoolFigures figures;
  private final Map<Long, List<StackTraceElement>> stacks = new LinkedHashMap<>();

  PoolScene(PoolHistory pool) {
    this.counts = pool.counts();
    this.figures = pool.figures();
    for (Thread worker : counts.workers()) {
      stacks.put(Threads.id(worker), List.of(Threads.stack(worker)));
    }
  }

  /** Where each worker stands, by thread id. */
  Map<Long, List<StackTraceElement>> stacks() {
    return stacks;
  }

  /** Such as {@code 2 tasks wait}. */
  static String count(int count, String one, String more) {
    return String.format((Locale) null, "%,d %s", count, count == 1 ? one : more);
  }

  /** Such as {@code 6 of 8 in HttpClient.send, 2 in Dao.load}. */
  String places() {
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

  List<StuckThread> threads() {
    List<StuckThread> threads = new ArrayList<>();
    for (Thread worker : counts.workers()) {
      List<StackTraceElement> stack = stacks.get(Threads.id(worker));
      if (threads.size() < MOST_THREADS && stack != null) {
        threads.add(
            ThreadPortraits.of(
                worker,
                Threads.state(worker),
                null,
                List.of(),
                stack.toArray(StackTraceElement[]::new)));
      }
    }
    return threads;
  }

  PoolUse use() {
    return new PoolUse(
        figures.name(),
        figures.className(),
        counts.size(),
        counts.max(),
        counts.active(),
        counts.queued(),
        List.of(),
        null,
        PoolLoads.of(figures));
  }
}
