package io.standstill.detect.probe;

import io.standstill.jvm.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;

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

  private long pausedNanos;

  /**
   * Pauses, which takes no processor. An interrupt, which may be meant for a JMX client's thread,
   * waits until afterwards.
   */
  public void pause(long nanos) {
    boolean interrupted = false;
    long start = System.nanoTime();
    long left = nanos;
    while (left > 0) {
      LockSupport.parkNanos(left);
      interrupted |= Thread.interrupted();
      left = nanos - (System.nanoTime() - start);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    pausedNanos += System.nanoTime() - start;
  }

  /** The time since this was made, in nanoseconds. To be asked by the thread that made it. */
  public long nanos() {
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
