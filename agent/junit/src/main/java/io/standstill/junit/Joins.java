package io.standstill.junit;

import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;

/**
 * Tells whether a thread waits for the end of another: it waits for a signal at the very object
 * that the other one is.
 */
final class Joins {
  private Joins() {}

  /** True if the thread waits for the end of one of those that the finding is about. */
  static boolean waitsForAny(Thread waiter, Finding finding) {
    ThreadInfo info = ManagementFactory.getThreadMXBean().getThreadInfo(waiter.getId());
    LockInfo awaited = info == null ? null : info.getLockInfo();
    if (awaited == null || waiter.getState() == Thread.State.BLOCKED) {
      return false;
    }
    for (Thread thread : platformThreads()) {
      if (thread != null
          && System.identityHashCode(thread) == awaited.getIdentityHashCode()
          && finding.has(thread.getId())) {
        return true;
      }
    }
    return false;
  }

  /** All that live, with nulls behind them. */
  private static Thread[] platformThreads() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 100];
    root.enumerate(threads);
    return threads;
  }
}
