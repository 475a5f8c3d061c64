package io.standstill.detect.probe;

import io.standstill.jvm.Threads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * How many threads are asked one by one what they may yet do. A look at more would take too long,
 * and then nothing is claimed that depends on the answers.
 */
public final class Crowd {
  private static final int MOST = 2_000;
  private static final int MOST_IN_DUMP = 4_000;

  private Crowd() {}

  /** True if there are more threads than can be asked, virtual ones included. */
  public static boolean isTooLarge(Collection<Thread> threads) {
    return threads.size() > MOST;
  }

  /** True if a thread dump, which shows platform threads, would stop them for too long. */
  public static boolean isTooLargeForDump(Collection<Thread> threads) {
    return threads.size() > MOST_IN_DUMP
        && threads.stream().filter(thread -> !Threads.isVirtual(thread)).count() > MOST_IN_DUMP;
  }

  /** In a sentence each, what is not looked for among so many threads. */
  public static List<String> blindSpots(Collection<Thread> threads) {
    List<String> spots = new ArrayList<>();
    if (isTooLarge(threads)) {
      spots.add(
          "more than 2,000 threads: while there are so many, no stalls, exhausted pools of objects"
              + " or waits for latches and fork-join tasks are reported");
    }
    if (isTooLargeForDump(threads)) {
      spots.add(
          "more than 4,000 platform threads: while there are so many, no deadlocks of class"
              + " initialisation are reported");
    }
    return spots;
  }
}
