package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import java.io.PrintStream;
import java.util.List;

/** A server under load: CPU time of the whole process for a fixed amount of work. */
final class LoadGroup implements Group {
  /** A fixed heap, and no collector threads that come and go, for the sake of equal runs. */
  private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseSerialGC");

  private final String title;
  private final Class<?> load;
  private final String amount;

  LoadGroup(String title, Class<?> load, int amount) {
    this.title = title;
    this.load = load;
    this.amount = Integer.toString(amount);
  }

  @Override
  public void run(Jvm jvm, int rounds, PrintStream table) throws Exception {
    table.println("| process CPU time | off, ms | on, ms | on/off | off/off |");
    table.println("|---|---:|---:|---:|---:|");
    Rounds warm = new Rounds();
    Rounds whole = new Rounds();
    for (int round = 0; round < rounds; round++) {
      for (Leg leg : Rounds.order(round)) {
        String[] times = times(jvm, leg.withAgent());
        warm.add(leg, Double.parseDouble(times[1]));
        whole.add(leg, Double.parseDouble(times[2]));
      }
    }
    print(table, title + ", once warm", warm);
    print(table, title + ", start and warm-up included", whole);
  }

  private static void print(PrintStream table, String title, Rounds results) {
    table.printf(
        "| %s | %.0f | %.0f | %s | %s |%n",
        title,
        results.median(Leg.OFF),
        results.median(Leg.ON),
        results.ratio(Leg.ON),
        results.ratio(Leg.OFF_AGAIN));
  }

  private String[] times(Jvm jvm, boolean withAgent) throws Exception {
    List<String> output = Jvm.output(jvm.start(withAgent, OPTIONS, load, amount));
    String last = output.isEmpty() ? "" : output.get(output.size() - 1);
    if (!last.matches("cpu \\d+ \\d+")) {
      throw new IllegalStateException(title + " said " + output);
    }
    return last.split(" ");
  }
}
