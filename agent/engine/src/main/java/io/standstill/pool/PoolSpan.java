package io.standstill.pool;

import io.standstill.pool.PoolFigures.Times;

/** What looks have seen of a pool in some time. Written and read by the thread that looks. */
final class PoolSpan {
  private static final double MILLIS_PER_SECOND = 1e3;

  double seconds;

  /** Summed over threads: that they ran tasks, and that they were there. */
  double busySeconds;

  double threadSeconds;

  /** The same of the threads whose processor time is known, and that time. */
  double clockedSeconds;

  double computedSeconds;

  /**
   * Tasks that came, rejected ones included, and tasks that ended or, in a fork-join pool, began.
   */
  double arrived;

  double done;

  /** Summed over tasks: that they had come and were not done, or not begun. */
  double waitingSeconds;

  PoolSpan and(PoolSpan other) {
    PoolSpan both = new PoolSpan();
    both.seconds = seconds + other.seconds;
    both.busySeconds = busySeconds + other.busySeconds;
    both.threadSeconds = threadSeconds + other.threadSeconds;
    both.clockedSeconds = clockedSeconds + other.clockedSeconds;
    both.computedSeconds = computedSeconds + other.computedSeconds;
    both.arrived = arrived + other.arrived;
    both.done = done + other.done;
    both.waitingSeconds = waitingSeconds + other.waitingSeconds;
    return both;
  }

  /** How long tasks of a fork-join pool wait, of which none is timed. */
  Times waitsInTheMean() {
    return inTheMean(waitingSeconds);
  }

  /** For how long each keeps threads busy, with all that it forks. */
  Times runsInTheMean() {
    return inTheMean(busySeconds);
  }

  /** By Little's law: as many are there at a time as come, times how long each of them stays. */
  private Times inTheMean(double stay) {
    return done == 0
        ? new Times(0, -1, -1)
        : new Times((long) done, stay * MILLIS_PER_SECOND / done, -1);
  }
}
