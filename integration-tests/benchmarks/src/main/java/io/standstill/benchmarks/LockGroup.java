package io.standstill.benchmarks;

import io.standstill.benchmarks.Rounds.Leg;
import io.standstill.benchmarks.locks.Uncontended;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Locks and permits, by JMH: processor time per operation. Each run is a fork of its own, and gives
 * the median of its iterations, for the compiler may be busy in the first ones.
 */
final class LockGroup implements Group {
  static final List<Case> CASES =
      List.of(
          new Case("Uncontended.monitor", "monitor", "1.5"),
          new Case("Uncontended.synchronizedMethod", "synchronized method", ""),
          new Case("Uncontended.reentrantLock", "`ReentrantLock`", "1.5"),
          new Case("Nested.twoMonitors", "two nested monitors", "1.6"),
          new Case("Nested.twoReentrantLocks", "two nested `ReentrantLock`s", "1.6"),
          new Case("Nested.twoMonitors", "two nested monitors, `order=off`", "1.5", "order=off"),
          new Case(
              "Nested.twoReentrantLocks",
              "two nested `ReentrantLock`s, `order=off`",
              "1.5",
              "order=off"),
          new Case("Cold.coldMonitor", "monitors of 100,000 objects", ""),
          new Case("Cold.coldPair", "nested monitors of 100,000 objects", "3.0"),
          new Case("Collected.monitor", "new monitor in an old thread", "1.5"),
          new Case("Collected.reentrantLock", "new `ReentrantLock` in an old thread", "1.5"),
          new Case("Uncontended.readLock", "read lock", ""),
          new Case("Uncontended.semaphore", "semaphore permit", ""),
          new Case("Contended.monitorTwoThreads", "contended monitor, 2 threads", ""),
          new Case("Contended.monitorFourThreads", "contended monitor, 4 threads", ""),
          new Case("Contended.reentrantLockTwoThreads", "contended lock, 2 threads", ""),
          new Case("Contended.reentrantLockFourThreads", "contended lock, 4 threads", ""));

  /**
   * Lets code wait for the compiler, because busy neighbours would else prolong the warm-up for
   * ever; and silences newer JVMs about what JMH itself does, where they know the option. The
   * collector is the one that most servers use, and the one whose barriers cost locks most.
   */
  private static final String[] FORK_OPTIONS = {
    "-Xbatch",
    "-XX:+UseG1GC",
    "-XX:+IgnoreUnrecognizedVMOptions",
    "--sun-misc-unsafe-memory-access=allow"
  };

  /**
   * One line of the table.
   *
   * @param benchmark class and method, below the package of the benchmarks
   * @param title what it is called in the table
   * @param budget the largest ratio that was promised, or nothing
   * @param agentOptions what the agent is told, or nothing
   */
  record Case(String benchmark, String title, String budget, String agentOptions) {
    Case(String benchmark, String title, String budget) {
      this(benchmark, title, budget, "");
    }
  }

  @Override
  public void run(Jvm jvm, int rounds, PrintStream table) throws Exception {
    table.println("| acquire and release | off, CPU ns | on, CPU ns | on/off | off/off | budget |");
    table.println("|---|---:|---:|---:|---:|---:|");
    for (Case lock : CASES) {
      Rounds results = Rounds.of(rounds, withAgent -> nanoseconds(lock, jvm, withAgent));
      table.printf(
          "| %s | %.1f | %.1f | %s | %s | %s |%n",
          lock.title(),
          results.median(Leg.OFF),
          results.median(Leg.ON),
          results.ratio(Leg.ON),
          results.ratio(Leg.OFF_AGAIN),
          lock.budget());
    }
  }

  private static double nanoseconds(Case lock, Jvm jvm, boolean withAgent) throws RunnerException {
    String name = Uncontended.class.getPackageName() + "." + lock.benchmark();
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(name) + "$")
            .mode(Mode.AverageTime)
            .timeUnit(TimeUnit.NANOSECONDS)
            .warmupIterations(1)
            .warmupTime(TimeValue.seconds(3))
            .measurementIterations(9)
            .measurementTime(TimeValue.milliseconds(80))
            .forks(1)
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .addProfiler(CpuTime.class)
            .jvm(jvm.java().toString())
            .jvmArgsAppend(FORK_OPTIONS);
    if (withAgent) {
      options.jvmArgsPrepend(jvm.agentOption(lock.agentOptions()));
    }
    RunResult result = new Runner(options.build()).runSingle();
    return result.getSecondaryResults().get(CpuTime.LABEL).getStatistics().getPercentile(50);
  }
}
