package io.standstill.junit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashSet;
import java.util.Set;

/**
 * Tells whether a thread cannot go on before those of a finding do: it is one of them, or waits for
 * a lock that one of them holds, be it through others, or for the end of one. One of those others
 * whose wait has a timeout will let go by itself. Other ways to depend on them, such as a future or
 * a socket, cannot be seen from here.
 */
final class Behind {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Behind() {}

  static boolean isBehind(Thread thread, Finding finding) {
    return isLockedOut(thread, finding) || Joins.waitsForAny(thread, finding);
  }

  private static boolean isLockedOut(Thread thread, Finding finding) {
    Set<Long> passed = new HashSet<>();
    long id = thread.getId();
    while (id > 0 && passed.add(id)) {
      if (finding.has(id)) {
        return true;
      }
      ThreadInfo info = THREADS.getThreadInfo(id);
      boolean goesOn = info == null || id != thread.getId() && isTimed(info);
      id = goesOn ? 0 : info.getLockOwnerId();
    }
    return false;
  }

  private static boolean isTimed(ThreadInfo info) {
    return info.getThreadState() == Thread.State.TIMED_WAITING;
  }
}
