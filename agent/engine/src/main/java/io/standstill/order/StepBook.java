package io.standstill.order;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The steps of all threads among each other; of those that have ended, the latest are kept, and of
 * the others how late they still made a step.
 */
final class StepBook {
  /** Of so many threads that have ended the steps are kept. */
  static final int MOST_ENDED = 4_000;

  private int forgottenUntil = -1;

  private final Map<Long, ThreadSteps> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ThreadSteps> eldest) {
          boolean full = size() > MOST_ENDED;
          if (full) {
            forgottenUntil = Math.max(forgottenUntil, eldest.getValue().newest());
          }
          return full;
        }
      };

  void leaving(Journal journal) {
    if (journal.forks() != null) {
      ended(journal.threadId(), ThreadSteps.of(journal.forks()));
    }
  }

  /** A thread that made these steps has ended. */
  void ended(long threadId, ThreadSteps steps) {
    ended.put(threadId, steps);
  }

  /** The steps of every thread that made any, as far as they are kept. */
  KnownSteps read() {
    Map<Long, ThreadSteps> all = new HashMap<>(ended);
    for (Journal journal : Journals.all()) {
      if (journal.forks() != null) {
        all.put(journal.threadId(), ThreadSteps.of(journal.forks()));
      }
    }
    return new KnownSteps(all, forgottenUntil);
  }
}
