package io.standstill.options;

import java.time.Duration;

/**
 * The thresholds in force: first what the options say, then what JMX clients set while the
 * application runs. Thread-safe.
 */
public final class Thresholds {
  private volatile Duration lock;
  private volatile Duration pool;
  private volatile Duration stall;

  /** Those of the options. */
  public Thresholds(Options options) {
    lock = options.get(Option.LOCK_THRESHOLD);
    pool = options.get(Option.POOL_THRESHOLD);
    stall = options.get(Option.STALL_THRESHOLD);
  }

  /** How long a thread may wait for a lock. */
  public Duration lock() {
    return lock;
  }

  /** How long a pool may be busy without ending a task while others wait. */
  public Duration pool() {
    return pool;
  }

  /** How long a thread must have waited before it is asked who could end its wait. */
  public Duration stall() {
    return stall;
  }

  /**
   * Changes how long a thread may wait for a lock.
   *
   * @throws IllegalArgumentException if the option could not have that value
   */
  public void setLockMillis(long millis) {
    lock = Option.THRESHOLD.ofMillis(millis);
  }

  /**
   * Changes how long a pool may stand.
   *
   * @throws IllegalArgumentException if the option could not have that value
   */
  public void setPoolMillis(long millis) {
    pool = Option.THRESHOLD.ofMillis(millis);
  }

  /**
   * Changes how long a thread must have waited before it is asked who could end its wait.
   *
   * @throws IllegalArgumentException if the option could not have that value
   */
  public void setStallMillis(long millis) {
    stall = Option.THRESHOLD.ofMillis(millis);
  }
}
