package io.standstill.finding;

/**
 * How a pool has fared of late. What is not known is null; times, shares and sizes are about the
 * last one or two minutes.
 *
 * @param core how many threads it keeps and fills up before it queues
 * @param remaining how many more tasks would fit into its queue
 * @param completed how many tasks have ended since it was made
 * @param rejected how many tasks were rejected since the agent came
 * @param waitMillis how long tasks wait from {@code execute} to their start
 * @param runMillis how long tasks run
 * @param utilisation which share of its threads was busy in the mean, 0 to 1
 * @param sizeByLoad how many threads it should have by Little's law
 * @param sizeByWaiting how many could be of use, by the ratio of waiting to computing
 * @param sizeAdvice the same in words
 */
public record PoolLoad(
    Integer core,
    Integer remaining,
    Long completed,
    Integer rejected,
    Times waitMillis,
    Times runMillis,
    Double utilisation,
    Integer sizeByLoad,
    Integer sizeByWaiting,
    String sizeAdvice) {

  /** Nothing is known. */
  public static final PoolLoad UNKNOWN =
      new PoolLoad(null, null, null, null, null, null, null, null, null, null);

  /** The mean of {@link #waitMillis}, or null. */
  public Double meanWaitMillis() {
    return mean(waitMillis);
  }

  /** What 99 of 100 of {@link #waitMillis} did not exceed, or null. */
  public Double waitMillis99() {
    return most99(waitMillis);
  }

  /** The mean of {@link #runMillis}, or null. */
  public Double meanRunMillis() {
    return mean(runMillis);
  }

  /** What 99 of 100 of {@link #runMillis} did not exceed, or null. */
  public Double runMillis99() {
    return most99(runMillis);
  }

  private static Double mean(Times times) {
    return times == null ? null : times.mean();
  }

  private static Double most99(Times times) {
    return times == null ? null : times.most99();
  }

  /**
   * Measured times, in milliseconds.
   *
   * @param mean their mean
   * @param most99 what 99 of 100 did not exceed, or null
   */
  public record Times(double mean, Double most99) {}
}
