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
   * @param content what the executor leads to; that of its workers is added
   * @param alone whether nobody else may take from it soon
   * @param growth how others may come to work for it
   */
  static Pool read(
      Object executor,
      ForeignQueue content,
      Collection<Thread> found,
      boolean alone,
      Growth growth) {
    content.addQueuesOf(found);
    ThreadSet workers = ThreadSet.of(found);
    workers.addAll(content.threads());
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
