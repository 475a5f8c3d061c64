package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Outlook;
import io.standstill.detect.evidence.Signallers;
import io.standstill.detect.probe.Crowd;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Release;
import io.standstill.release.Released;
import java.util.List;

/**
 * The threads that take from a queue, or have code ahead of them that does.
 *
 * @param sure whether it is known of one of them that it is this queue
 */
record Takers(ThreadSet threads, boolean sure) {
  /**
   * Those who take from the queue for which there is no room; nobody if there are too many threads.
   *
   * @param waiters all who wait for room there: of them only those count that surely take
   */
  static Takers of(Awaited awaited, ThreadSet waiters, Evidence evidence) {
    ThreadSet takers = new ThreadSet();
    boolean sure = false;
    if (!Crowd.isTooLarge(evidence.allThreads())) {
      for (Thread thread : evidence.allThreads()) {
        if (!Outlook.isAgents(thread)) {
          List<Released> ahead = evidence.outlook().of(thread);
          boolean surely = hasTaken(thread, awaited.object()) || takes(ahead, awaited.object());
          boolean maybe =
              !waiters.contains(thread)
                  && Signallers.signals(ahead, awaited.object(), awaited.kind());
          if (surely || maybe) {
            takers.add(thread);
            sure |= surely;
          }
        }
      }
    }
    return new Takers(takers, sure);
  }

  /** True if there are any, and all of them are among these. */
  boolean areAmong(ThreadSet others) {
    return !threads.isEmpty() && threads.threads().stream().allMatch(others::contains);
  }

  private static boolean hasTaken(Thread thread, Object queue) {
    Journal journal = Journals.of(Threads.id(thread));
    return journal != null && journal.sources().stream().anyMatch(each -> each == queue);
  }

  private static boolean takes(List<Released> ahead, Object queue) {
    return ahead.stream()
        .anyMatch(each -> each.kind() == Release.Kind.TAKE && each.object() == queue);
  }
}
