package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;

/**
 * Names a pool after its threads: {@code pool-1} for {@code pool-1-thread-1} and its like, {@code
 * order} for {@code order-1} and {@code order-2}. Threads without names give none.
 */
final class PoolName {
  private PoolName() {}

  static String of(ThreadSet workers) {
    String common = null;
    for (Thread worker : workers) {
      String name = Threads.name(worker);
      common = common == null ? name : commonStart(common, name);
    }
    if (common == null || common.isEmpty() || common.startsWith("#")) {
      return areVirtual(workers) ? "virtual threads" : "unnamed pool";
    }
    String stem = withoutEnd(common);
    return stem.isEmpty() ? common : stem;
  }

  private static boolean areVirtual(ThreadSet workers) {
    return !workers.isEmpty() && workers.threads().stream().allMatch(Threads::isVirtual);
  }

  private static String commonStart(String one, String other) {
    int end = 0;
    while (end < one.length() && end < other.length() && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }

  /** The number of a thread, and a word before it that says no more than that it is one. */
  private static String withoutEnd(String name) {
    String stem = name.replaceFirst("\\d*$", "").replaceFirst("[-_#.:/ ]$", "");
    return stem.replaceFirst("[-_#.:/ ]?(?i:thread|worker)$", "");
  }
}
