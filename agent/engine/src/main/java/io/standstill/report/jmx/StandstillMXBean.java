package io.standstill.report.jmx;

import java.util.Map;

/**
 * What Standstill shows over JMX, under {@code io.standstill:type=Standstill}. Open types alone: a
 * client needs no class of ours. No getter waits for anything that the application can hold. See
 * {@code docs/jmx.md}.
 */
public interface StandstillMXBean {
  /**
   * False while a certain or likely situation lasts that does not end by itself, and false when the
   * agent itself cannot see: blindness must not look like health.
   */
  boolean isHealthy();

  /** How many situations of each kind were found since the start, ended ones included. */
  Map<String, Long> getFindingCounts();

  /** The situations that last now, by id. */
  Map<String, FindingRow> getActiveFindings();

  /**
   * The pools that were seen to wait for themselves, and got through, by id: no part of healthy.
   */
  Map<String, FindingRow> getPoolRisks();

  /** One line: how many classes are watched, how many are not, and why. */
  String getCoverage();

  /** What is off or failing in the agent itself, one line each; empty when all works. */
  String[] getProblems();

  /** The version of the agent. */
  String getVersion();

  /** When watching began, in ISO-8601. */
  String getStartTime();

  /** How long a thread may wait for a lock before it is told, in milliseconds. */
  long getLockThresholdMillis();

  /** Changes it; fails if the option {@code lock-threshold} could not have that value. */
  void setLockThresholdMillis(long millis);

  /** How long a pool may be busy without ending a task while others wait, in milliseconds. */
  long getPoolThresholdMillis();

  /** Changes it; fails if the option {@code pool-threshold} could not have that value. */
  void setPoolThresholdMillis(long millis);

  /** How long a wait must have lasted before a {@code stall} is told, in milliseconds. */
  long getStallThresholdMillis();

  /** Changes it; fails if the option {@code stall-threshold} could not have that value. */
  void setStallThresholdMillis(long millis);

  /**
   * The active findings as text, or one sentence if there are none; then the problems of the agent,
   * and which locks were waited for.
   */
  String report();

  /**
   * Takes a look now, in the caller's thread, and returns what stands still: the report without the
   * locks that were waited for.
   */
  String look();
}
