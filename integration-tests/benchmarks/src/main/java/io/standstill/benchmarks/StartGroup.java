package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import io.standstill.benchmarks.load.HelloWorld;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.util.List;

/** The time from the start of a process until it says that it is ready. */
final class StartGroup implements Group {
  @Override
  public void run(Jvm jvm, int rounds, PrintStream table) throws Exception {
    table.println("| start-up | off, ms | on, ms | more, ms | off again, more | budget |");
    table.println("|---|---:|---:|---:|---:|---:|");
    Rounds results = Rounds.of(rounds, withAgent -> milliseconds(jvm, withAgent));
    double off = results.median(Leg.OFF);
    table.printf(
        "| hello world until ready (medians) | %.0f | %.0f | %+.0f | %+.0f | 300 |%n",
        off,
        results.median(Leg.ON),
        results.median(Leg.ON) - off,
        results.median(Leg.OFF_AGAIN) - off);
  }

  private static double milliseconds(Jvm jvm, boolean withAgent) throws Exception {
    long start = System.nanoTime();
    Process process = jvm.start(withAgent, List.of(), HelloWorld.class);
    try (BufferedReader lines = Jvm.lines(process)) {
      String line = lines.readLine();
      long end = System.nanoTime();
      if (!"ready".equals(line) || process.waitFor() != 0) {
        throw new IllegalStateException("hello world said " + line);
      }
      return (end - start) / 1e6;
    }
  }
}
