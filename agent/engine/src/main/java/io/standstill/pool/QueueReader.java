package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Queues and the threads that take from them, by history: the pools of libraries, which the JDK
 * knows nothing of. Others may take from such a queue for the first time, so nothing that leads
 * through one is ever certain.
 */
final class QueueReader {
  private QueueReader() {}

  /** All queues that live threads were seen to take from; the queue stands for the pool. */
  static Collection<Pool> all() {
    Map<Object, ThreadSet> takers = new IdentityHashMap<>();
    for (Journal journal : Journals.all()) {
      Thread thread = journal.get();
      if (thread != null && thread.isAlive()) {
        for (Object queue : journal.sources()) {
          takers.computeIfAbsent(queue, unused -> new ThreadSet()).add(thread);
        }
      }
    }
    List<Pool> pools = new ArrayList<>();
    takers.forEach((queue, workers) -> pools.add(read(queue, workers)));
    return pools;
  }

  private static Pool read(Object queue, ThreadSet workers) {
    TaskQueue content = TaskQueue.isKnown(queue) ? TaskQueue.of(queue) : ForeignQueue.read(queue);
    int size = workers.size();
    return new Pool(
        queue,
        workers,
        content.tasks(),
        content.complete(),
        size,
        size,
        size,
        Growth.BY_SUBMISSION,
        false);
  }
}
