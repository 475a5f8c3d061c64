package io.standstill.detect.starvation;

import io.standstill.finding.Finding;
import io.standstill.pool.PoolHistory;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks in a row that saw a pool with all threads busy and tasks waiting, and what became of its
 * queue. How long a task waits that comes now follows from the length of the queue and the pace at
 * which tasks end (Little's law), so that no task has to be timed.
 */
final class Backlog {
  /** One look in so many is kept that there are never more than these. */
  private static final int MOST_LOOKS = 64;

  private static final int FEWEST_LOOKS = 8;
  private static final double GROWS = 1.5;

  private final List<Look> looks = new ArrayList<>();
  private int count;
  private int kept = 1;
  private Look last;
  private long lastGapNanos;
  private Finding finding;
  private long toldNanos;
  private int toldQueue;

  private record Look(long nanos, int queue, long ended) {}

  Backlog(PoolHistory pool) {
    see(pool);
  }

  /** True if so much time has passed since the last look that the process must have stopped. */
  boolean isBroken(PoolHistory pool, long usualGapNanos) {
    return pool.countedNanos() - last.nanos > Math.max(usualGapNanos, 4 * lastGapNanos);
  }

  void see(PoolHistory pool) {
    Look now = new Look(pool.countedNanos(), pool.counts().due(), pool.counts().completed());
    lastGapNanos = last == null ? 0 : now.nanos - last.nanos;
    last = now;
    if (count++ % kept == 0) {
      looks.add(now);
      if (looks.size() == MOST_LOOKS) {
        for (int i = 1; i < looks.size(); i++) {
          looks.remove(i);
        }
        kept *= 2;
      }
    }
  }

  /** How long it has lasted. */
  long nanos() {
    return last.nanos - looks.get(0).nanos;
  }

  /**
   * True if the queue has grown in the second, the third and the fourth quarter of this time, by
   * half at least since the middle, and with it the wait.
   */
  boolean isGrowing() {
    if (looks.size() < FEWEST_LOOKS) {
      return false;
    }
    Look quarter = at(1);
    Look middle = at(2);
    Look late = at(3);
    return quarter.queue < middle.queue
        && middle.queue < late.queue
        && late.queue < last.queue
        && last.queue >= GROWS * middle.queue
        && quarter.ended < middle.ended
        && late.ended < last.ended
        && waitNanos() >= GROWS * wait(middle, quarter);
  }

  private Look at(int quarters) {
    return looks.get(looks.size() * quarters / 4);
  }

  /** How long a task will wait that comes now, in nanoseconds, if tasks go on to end as of late. */
  long waitNanos() {
    return (long) wait(last, at(3));
  }

  private static double wait(Look now, Look before) {
    return now.queue * (double) (now.nanos - before.nanos) / Math.max(1, now.ended - before.ended);
  }

  /** The length of the queue in the middle of this time. */
  int queueBefore() {
    return at(2).queue;
  }

  /** True if so much of the queue is gone that its tasks wait for less long again. */
  boolean isShrinking() {
    return 2 * last.queue < toldQueue;
  }

  void told(Finding what) {
    finding = what;
    toldNanos = System.nanoTime();
    toldQueue = last.queue;
  }

  /** What was told of it, or null. */
  Finding finding() {
    return finding;
  }

  long toldNanos() {
    return toldNanos;
  }
}
