package io.standstill.pool;

import io.standstill.jvm.Threads;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** How long a thread has kept a processor busy. */
interface ProcessorClock {
  /** In nanoseconds; -1 if it cannot be told. */
  long nanos(Thread thread);

  /** The clock of this JVM. */
  static ProcessorClock ofThisJvm() {
    ThreadMXBean management = ManagementFactory.getThreadMXBean();
    boolean measures = management.isThreadCpuTimeSupported() && management.isThreadCpuTimeEnabled();
    return thread ->
        measures && !Threads.isVirtual(thread)
            ? management.getThreadCpuTime(Threads.id(thread))
            : -1;
  }
}
