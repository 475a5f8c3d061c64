package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A server under load: CPU time of the whole process for a fixed amount of work. A round is three
 * processes of their own, since two equal ones differ for good by what the JIT compilers happened
 * to decide: many measurements of few processes would look more certain than they are.
 */
final class LoadGroup implements Group {
  /** A heap that does not grow, for the sake of equal runs, and the collector of most servers. */
  private static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m", "-XX:+UseG1GC");

  /** So often a process works, in turns with its rivals, for the JIT compilers to come to rest. */
  private static final int WORK_TO_REST = 30;

  /** So often it is measured after that, in turns again: each first, second, last as often. */
  private static final int WORK_MEASURED = 9;

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
      Map<Leg, Server> servers = new EnumMap<>(Leg.class);
      try {
        for (Leg leg : Rounds.order(round)) {
          Server server = new Server(jvm, leg.withAgent(), OPTIONS, load, amount);
          servers.put(leg, server);
          whole.add(leg, server.warmUpMillis());
        }
        inTurns(servers, WORK_TO_REST);
        inTurns(servers, WORK_MEASURED)
            .forEach((leg, millis) -> warm.add(leg, millis / WORK_MEASURED));
      } finally {
        for (Server server : servers.values()) {
          server.close();
        }
      }
    }
    print(table, title + ", once warm", warm);
    print(table, title + ", start and warm-up", whole);
  }

  /** Lets each of them work so many times; returns the CPU time that each needed for all of it. */
  private static Map<Leg, Double> inTurns(Map<Leg, Server> servers, int times) throws IOException {
    Map<Leg, Double> millis = new EnumMap<>(Leg.class);
    for (int i = 0; i < times; i++) {
      for (Leg leg : Rounds.order(i)) {
        millis.merge(leg, servers.get(leg).work(), Double::sum);
      }
    }
    return millis;
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
