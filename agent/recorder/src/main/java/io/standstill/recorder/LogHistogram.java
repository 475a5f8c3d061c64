package io.standstill.recorder;

import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts times in buckets of growing width, eight to each power of two, from a microsecond to more
 * than an hour: a percentile is too large by 12.5 % at most. Written by any thread, without locks.
 */
public final class LogHistogram {
  /** Shorter times, in nanoseconds, share the first bucket: 2 to this power. */
  private static final int SHORTEST = 10;

  private static final int LONGEST = 42;
  private static final int BITS = 3;
  private static final int SIZE = (LONGEST - SHORTEST) * (1 << BITS) + 1;

  private final AtomicIntegerArray counts = new AtomicIntegerArray(SIZE);
  private final AtomicLong sum = new AtomicLong();

  /** Counts a time in nanoseconds; a negative one counts as none at all. */
  public void add(long nanos) {
    counts.incrementAndGet(index(nanos));
    sum.addAndGet(Math.max(0, nanos));
  }

  static LogHistogram sum(LogHistogram one, LogHistogram other) {
    LogHistogram both = new LogHistogram();
    both.addAll(one);
    if (other != one) {
      both.addAll(other);
    }
    return both;
  }

  private void addAll(LogHistogram other) {
    for (int i = 0; i < SIZE; i++) {
      counts.addAndGet(i, other.counts.get(i));
    }
    sum.addAndGet(other.sum.get());
  }

  private static int index(long nanos) {
    if (nanos < 1L << SHORTEST) {
      return 0;
    }
    int power = 63 - Long.numberOfLeadingZeros(nanos);
    int part = (int) (nanos >>> power - BITS) & (1 << BITS) - 1;
    return Math.min(SIZE - 1, (power - SHORTEST << BITS) + part + 1);
  }

  /** The first time that is too long for a bucket, in nanoseconds. */
  private static long end(int index) {
    int power = (index - 1 >> BITS) + SHORTEST;
    int part = index - 1 & (1 << BITS) - 1;
    return index == 0 ? 1L << SHORTEST : (long) ((1 << BITS) + part + 1) << power - BITS;
  }

  /** How many times were counted. */
  public long count() {
    long count = 0;
    for (int i = 0; i < SIZE; i++) {
      count += counts.get(i);
    }
    return count;
  }

  /** The mean in nanoseconds; -1 if nothing was counted. */
  public long mean() {
    long count = count();
    return count == 0 ? -1 : sum.get() / count;
  }

  /**
   * A time in nanoseconds that so many of a hundred did not exceed; -1 if nothing was counted.
   *
   * @param percent 0 to 100
   */
  public long percentile(double percent) {
    long count = count();
    long wanted = Math.max(1, (long) Math.ceil(count * percent / 100));
    long seen = 0;
    for (int i = 0; i < SIZE; i++) {
      seen += counts.get(i);
      if (seen >= wanted) {
        return end(i);
      }
    }
    return -1;
  }
}
