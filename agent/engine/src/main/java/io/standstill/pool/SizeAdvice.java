package io.standstill.pool;

import java.util.Locale;

/**
 * How many threads a pool should have, by two rules of thumb. Made with each look, and so of
 * numbers only: the sentence is for whoever asks.
 *
 * @param arrivalsPerSecond how many tasks come per second; -1 if too few were seen
 * @param runSeconds how long a task runs in the mean
 * @param computing which share of that it computes, or -1
 * @param processors how many processors there are
 */
public record SizeAdvice(
    double arrivalsPerSecond, double runSeconds, double computing, int processors) {
  /** Nothing is known that could be advised. */
  public static final SizeAdvice NONE = new SizeAdvice(-1, -1, -1, 1);

  /** How busy a pool should be, so that tasks that come in a rush do not wait for long. */
  static final double WANTED_UTILISATION = 0.8;

  /** With less to go by, nothing is advised. */
  private static final int FEWEST_MEASURED = 20;

  private static final double LEAST_BUSY = 0.01;

  /**
   * @param measured how many run times were measured
   * @param arrivalsPerSecond how many tasks come per second, or -1
   * @param runSeconds how long a task runs in the mean
   * @param computing which share of that it computes, or -1
   * @param processors how many processors there are
   */
  static SizeAdvice of(
      long measured,
      double arrivalsPerSecond,
      double runSeconds,
      double computing,
      int processors) {
    return measured < FEWEST_MEASURED || arrivalsPerSecond < 0
        ? NONE
        : new SizeAdvice(arrivalsPerSecond, runSeconds, computing, processors);
  }

  /** By Little's law: as many as the load keeps busy, and a reserve; -1 if unknown. */
  public int byLoad() {
    return arrivalsPerSecond < 0 ? -1 : (int) Math.max(1, Math.ceil(busy() / WANTED_UTILISATION));
  }

  /** By the ratio of waiting to computing: no more than can be of use; -1 if unknown. */
  public int byWaiting() {
    return arrivalsPerSecond < 0 || computing < LEAST_BUSY
        ? -1
        : (int) Math.max(1, Math.ceil(processors * (1 + waiting())));
  }

  /** How many threads the load keeps busy. */
  private double busy() {
    return arrivalsPerSecond * runSeconds;
  }

  /** For how long a task waits, for each second that it computes. */
  private double waiting() {
    return 1 / Math.min(1, computing) - 1;
  }

  /** The same in words. */
  public String sentence() {
    if (arrivalsPerSecond < 0) {
      return "Too few tasks were seen to say anything about its size.";
    }
    String load =
        String.format(
            (Locale) null,
            "%.1f tasks per second of %.1f ms each keep %.1f threads busy: %d threads would be busy"
                + " for %d %% of the time.",
            arrivalsPerSecond,
            runSeconds * 1_000,
            busy(),
            byLoad(),
            Math.round(100 * busy() / byLoad()));
    if (byWaiting() < 0) {
      return load;
    }
    String limit =
        String.format(
            (Locale) null,
            " They wait %.1f times as long as they compute: with %s, more than %d threads are of no"
                + " use.",
            waiting(),
            processors == 1 ? "1 processor" : processors + " processors",
            byWaiting());
    return load + limit;
  }
}
