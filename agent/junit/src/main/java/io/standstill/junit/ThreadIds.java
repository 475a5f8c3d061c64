package io.standstill.junit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Marks moments by thread ids, which are handed out in order: a thread made later has a higher id.
 * Where only started threads take ids to speak of, one mark serves until the next thread starts:
 * making a thread is slow on JDK 17, under as deep a stack as a test has. Thread-safe.
 */
final class ThreadIds {
  /** Virtual threads take ids too, and nobody counts them. */
  private static final boolean ALL_ARE_COUNTED = Runtime.version().feature() < 19;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** Keeps count of threads that never start, so it must be one that nobody waits for. */
  private static final ThreadGroup ROOT = root();

  private static long counted = -1;
  private static long mark;

  private ThreadIds() {}

  /** An id that every thread exceeds that is made from now on, and none that was started before. */
  static synchronized long mark() {
    long started = started();
    if (!ALL_ARE_COUNTED || started != counted) {
      counted = started;
      mark = new Thread(ROOT, null, "", 0, false).getId();
    }
    return mark;
  }

  /** How many threads were started so far; virtual threads do not count. */
  static long started() {
    return THREADS.getTotalStartedThreadCount();
  }

  private static ThreadGroup root() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    return group;
  }
}
