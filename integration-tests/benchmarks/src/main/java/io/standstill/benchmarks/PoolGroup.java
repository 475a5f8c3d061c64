package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import io.standstill.benchmarks.load.PoolLoad;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Thread pools with tasks that do next to nothing. The budget is for the throughput; beside it
 * stands the processor time, which busy neighbours change less.
 */
final class PoolGroup implements Group {
  private static final List<String> OPTIONS = List.of("-Xms256m", "-Xmx256m", "-XX:+UseG1GC");
  private static final String MILLIS = "250";

  /** What each case is called in the table. */
  private static final Map<String, String> TITLES = new LinkedHashMap<>();

  static {
    TITLES.put("execute", "`execute`");
    TITLES.put("submit", "`submit().get()`, one by one");
    TITLES.put("chain", "chains of `CompletableFuture`s");
  }

  @Override
  public void run(Jvm jvm, int rounds, PrintStream table) throws Exception {
    table.println("| pool of two threads | off | on | on/off | off/off | budget |");
    table.println("|---|---:|---:|---:|---:|---:|");
    Map<String, Rounds> perSecond = new LinkedHashMap<>();
    Map<String, Rounds> cpuNanos = new LinkedHashMap<>();
    for (String name : TITLES.keySet()) {
      perSecond.put(name, new Rounds());
      cpuNanos.put(name, new Rounds());
    }
    for (int round = 0; round < rounds; round++) {
      for (Leg leg : Rounds.order(round)) {
        for (String line : output(jvm, leg)) {
          String[] words = line.split(" ");
          perSecond.get(words[0]).add(leg, Double.parseDouble(words[1]));
          cpuNanos.get(words[0]).add(leg, Double.parseDouble(words[2]));
        }
      }
    }
    TITLES.forEach(
        (name, title) -> {
          print(table, title + ", tasks per second", perSecond.get(name), "0.95");
          print(table, title + ", CPU ns per task", cpuNanos.get(name), "");
        });
  }

  private static List<String> output(Jvm jvm, Leg leg) throws Exception {
    List<String> lines = Jvm.output(jvm.start(leg.withAgent(), OPTIONS, PoolLoad.class, MILLIS));
    if (lines.size() != TITLES.size()) {
      throw new IllegalStateException("the pools said " + lines);
    }
    return lines;
  }

  private static void print(PrintStream table, String title, Rounds results, String budget) {
    table.printf(
        "| %s | %,.0f | %,.0f | %s | %s | %s |%n",
        title,
        results.median(Leg.OFF),
        results.median(Leg.ON),
        results.ratio(Leg.ON),
        results.ratio(Leg.OFF_AGAIN),
        budget);
  }
}
