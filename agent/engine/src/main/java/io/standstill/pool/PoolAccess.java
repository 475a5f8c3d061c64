package io.standstill.pool;

import io.standstill.jvm.TaskWrapper;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Whether the insides of this JDK's pools and futures are what the readers expect. If they are not,
 * no pool is seen and nobody is taken to wait for one; locks are looked at as before.
 */
public final class PoolAccess {
  private static final List<PoolReader> READERS;
  private static final String COMPLAINT;

  static {
    List<PoolReader> readers = List.of();
    String complaint = null;
    try {
      readers = open();
    } catch (RuntimeException | LinkageError missing) {
      Throwable cause = missing.getCause() == null ? missing : missing.getCause();
      complaint = "waits for thread pools and futures are not seen: " + cause.getMessage();
    }
    READERS = readers;
    COMPLAINT = complaint;
  }

  private PoolAccess() {}

  /** Initialises all that reads fields of the JDK. */
  private static List<PoolReader> open() {
    List<PoolReader> readers = PoolReader.all();
    ExecutorFields.queue(null);
    TaskQueue.of(new LinkedBlockingQueue<>());
    HashedSet.elements(new HashSet<>());
    TaskWrapper.requireKnown();
    Promises.of(new Object());
    Completions.arrivalOf(new Object());
    Stages.isWait(null);
    return readers;
  }

  /** False if pools cannot be seen on this JDK. */
  public static boolean isOpen() {
    return COMPLAINT == null;
  }

  /** Why pools cannot be seen, or null if they can. */
  public static String complaint() {
    return COMPLAINT;
  }

  /** All kinds of pools; none if they cannot be seen. */
  static List<PoolReader> readers() {
    return READERS;
  }
}
