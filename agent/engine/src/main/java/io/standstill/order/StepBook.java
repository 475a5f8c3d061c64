package io.standstill.order;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of all threads among each other; of those that have ended, the latest are kept. */
final class StepBook {
  private static final int MOST_ENDED = 4_000;

  private final Map<Long, ThreadSteps> ended =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, ThreadSteps> eldest) {
          return size() > MOST_ENDED;
        }
      };

  void leaving(Journal journal) {
    if (journal.forks() != null) {
      ended.put(journal.threadId(), ThreadSteps.of(journal.forks()));
    }
  }

  /** The steps of every thread that made any, by thread id. */
  Map<Long, ThreadSteps> read() {
    Map<Long, ThreadSteps> all = new HashMap<>(ended);
    for (Journal journal : Journals.all()) {
      if (journal.forks() != null) {
        all.put(journal.threadId(), ThreadSteps.of(journal.forks()));
      }
    }
    return all;
  }
}
