package io.standstill.pool;

import java.util.Locale;

/**
 * How many threads a pool should have, by two rules of thumb.
 *
 * @param byLoad by Little's law: as many as the load keeps busy, and a reserve; -1 if unknown
 * @param byWaiting by the ratio of waiting to computing: no more than can be of use; -1 if unknown
 * @param sentence the same in words
 */
public record SizeAdvice(int byLoad, int byWaiting, String sentence) {
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
    if (measured < FEWEST_MEASURED || arrivalsPerSecond < 0) {
      return new SizeAdvice(-1, -1, "Too few tasks were seen to say anything about its size.");
    }
    double busy = arrivalsPerSecond * runSeconds;
    int byLoad = (int) Math.max(1, Math.ceil(busy / WANTED_UTILISATION));
    String load =
        String.format(
            Locale.ROOT,
            "%.1f tasks per second of %.1f ms each keep %.1f threads busy: %d threads would be busy"
                + " for %d %% of the time.",
            arrivalsPerSecond,
            runSeconds * 1_000,
            busy,
            byLoad,
            Math.round(100 * busy / byLoad));
    if (computing < LEAST_BUSY) {
      return new SizeAdvice(byLoad, -1, load);
    }
    double waiting = 1 / Math.min(1, computing) - 1;
    int byWaiting = (int) Math.max(1, Math.ceil(processors * (1 + waiting)));
    String limit =
        String.format(
            Locale.ROOT,
            " They wait %.1f times as long as they compute: with %s, more than %d threads are of no"
                + " use.",
            waiting,
            processors == 1 ? "1 processor" : processors + " processors",
            byWaiting);
    return new SizeAdvice(byLoad, byWaiting, load + limit);
  }
}
