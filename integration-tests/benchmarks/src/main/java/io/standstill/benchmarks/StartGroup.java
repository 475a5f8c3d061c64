package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import io.standstill.benchmarks.load.HelloWorld;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/**
 * From the start of a process until it says that it is ready: the time on the wall, and the
 * processor time, which other processes do not change much.
 */
final class StartGroup implements Group {
  @Override
  public void run(Jvm jvm, int rounds, PrintStream table) throws Exception {
    table.println(
        "| hello world until ready, medians | off, ms | on, ms | on - off | off - off | budget |");
    table.println("|---|---:|---:|---:|---:|---:|");
    Rounds wall = new Rounds();
    Rounds processor = new Rounds();
    for (int round = 0; round < rounds; round++) {
      for (Leg leg : Rounds.order(round)) {
        start(jvm, leg, wall, processor);
      }
    }
    print(table, "wall clock", wall, "300");
    print(table, "processor time", processor, "");
  }

  private static void start(Jvm jvm, Leg leg, Rounds wall, Rounds processor) throws Exception {
    long start = System.nanoTime();
    Process process = jvm.start(leg.withAgent(), List.of(), HelloWorld.class);
    try (BufferedReader lines = Jvm.lines(process)) {
      String line = lines.readLine();
      wall.add(leg, (System.nanoTime() - start) / 1e6);
      processor.add(leg, process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
      process.getOutputStream().close();
      if (!"ready".equals(line) || process.waitFor() != 0) {
        throw new IllegalStateException("hello world said " + line);
      }
    }
  }

  private static void print(PrintStream table, String title, Rounds results, String budget) {
    double off = results.median(Leg.OFF);
    table.printf(
        "| %s | %.0f | %.0f | %+.0f | %+.0f | %s |%n",
        title,
        off,
        results.median(Leg.ON),
        results.median(Leg.ON) - off,
        results.median(Leg.OFF_AGAIN) - off,
        budget);
  }
}
