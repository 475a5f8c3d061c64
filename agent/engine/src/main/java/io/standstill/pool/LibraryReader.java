package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import java.util.Collection;

/**
 * Executors of libraries that take their tasks neither from a pool of the JDK nor from a {@code
 * BlockingQueue}, known by their shape: what a thread runs leads to an executor that refers to this
 * very thread, as event loops do, or of which that is a part. What waits there is read from the
 * executor's queues and nodes.
 */
final class LibraryReader {
  private LibraryReader() {}

  /**
   * All other threads that the executor refers to may be workers as well, for all we know.
   *
   * @param alone whether nobody else may take from it soon
   * @param growth how others may come to work for it
   */
  static Pool read(Object executor, Collection<Thread> found, boolean alone, Growth growth) {
    ForeignQueue content = ForeignQueue.ofExecutor(executor, found);
    ThreadSet workers = new ThreadSet();
    found.forEach(workers::add);
    content.threads().forEach(workers::add);
    int size = workers.size();
    return new Pool(
        executor,
        workers,
        content.tasks(),
        alone && content.complete(),
        size,
        size,
        size,
        growth,
        false);
  }
}
