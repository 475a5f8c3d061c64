package io.standstill.detect.probe;

import io.standstill.jvm.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Measures how long the current thread keeps a processor busy. Time on the wall would do on a
 * machine with processors to spare; on a starved one most of it goes to others. It stands in only
 * where the JVM does not tell the processor time.
 */
public final class BusyTime {
  private static final long UNKNOWN = -1;
  private static final ThreadMXBean MANAGEMENT = ManagementFactory.getThreadMXBean();

  private final long wallStart = System.nanoTime();
  private final long processorStart = processorNanos();

  /**
   * The time since this was made, in nanoseconds. To be asked by the thread that made it.
   *
   * @param pausedNanos for how long it has slept in between, which took no processor
   */
  public long nanos(long pausedNanos) {
    long processor = processorNanos();
    return processorStart == UNKNOWN || processor == UNKNOWN
        ? System.nanoTime() - wallStart - pausedNanos
        : processor - processorStart;
  }

  /** The JVM does not tell it of virtual threads, as which a JMX client may come. */
  private static long processorNanos() {
    return MANAGEMENT.isCurrentThreadCpuTimeSupported()
            && !Threads.isVirtual(Thread.currentThread())
        ? MANAGEMENT.getCurrentThreadCpuTime()
        : UNKNOWN;
  }
}
