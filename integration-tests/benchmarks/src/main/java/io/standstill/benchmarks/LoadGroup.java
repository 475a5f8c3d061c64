package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A server under load: CPU time of the whole process for a fixed amount of work. */
final class LoadGroup implements Group {
  /** A heap that does not grow, for the sake of equal runs, and the collector of most servers. */
  private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC");

  /** So much more work than the warm-up before the JIT compilers have come to rest. */
  private static final int ROUNDS_TO_REST = 6;

  /** So often a process is measured, in turns with its rivals, before fresh ones are started. */
  private static final int ROUNDS_PER_PROCESS = 4;

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
    for (int round = 0; round < rounds; round += ROUNDS_PER_PROCESS) {
      Map<Leg, Server> servers = new EnumMap<>(Leg.class);
      try {
        for (Leg leg : Rounds.order(round / ROUNDS_PER_PROCESS)) {
          Server server = new Server(jvm, leg.withAgent(), OPTIONS, load, amount);
          servers.put(leg, server);
          whole.add(leg, server.warmUpMillis());
        }
        for (int i = 0; i < ROUNDS_TO_REST; i++) {
          for (Leg leg : Rounds.order(i)) {
            servers.get(leg).work();
          }
        }
        for (int i = round; i < Math.min(round + ROUNDS_PER_PROCESS, rounds); i++) {
          for (Leg leg : Rounds.order(i)) {
            warm.add(leg, servers.get(leg).work());
          }
        }
      } finally {
        for (Server server : servers.values()) {
          server.close();
        }
      }
    }
    print(table, title + ", once warm", warm);
    print(table, title + ", start and warm-up", whole);
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
}
