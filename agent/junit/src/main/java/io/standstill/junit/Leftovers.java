package io.standstill.junit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Set;

/** Asks the JVM, cheaply, whether a test has left threads behind that wait for each other. */
final class Leftovers {
  private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

  /**
   * Whether platform threads stand in a circle.
   *
   * @param newerThan only threads with a higher id count
   * @param known ids of threads that have been told already
   */
  boolean exist(long newerThan, Set<Long> known) {
    long[] stuck = threads.findDeadlockedThreads();
    return stuck != null
        && Arrays.stream(stuck).anyMatch(id -> id > newerThan && !known.contains(id));
  }
}
