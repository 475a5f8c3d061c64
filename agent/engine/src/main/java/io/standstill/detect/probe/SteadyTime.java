package io.standstill.detect.probe;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Time in which the application could have got on. Between two steps of the watch it advances by a
 * second at most, however long that took: a process that was stopped, by a debugger, by SIGSTOP or
 * with the whole machine, did not wait for anything meanwhile. One thread advances it, any may read
 * it.
 */
public final class SteadyTime {
  private static final long LONGEST_STEP_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier clock;
  private long last;
  private volatile long nanos;

  /** Time that begins now. */
  public SteadyTime() {
    this(System::nanoTime);
  }

  SteadyTime(LongSupplier clock) {
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  /** To be called several times a second. */
  public void advance() {
    long now = clock.getAsLong();
    nanos = nanos + Math.min(now - last, LONGEST_STEP_NANOS);
    last = now;
  }

  /** Nanoseconds since it began, up to the last step. */
  public long nanos() {
    return nanos;
  }
}
