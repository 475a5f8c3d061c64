package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import java.lang.ref.Reference;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Who holds a read lock, from the JDK's own books: the first reader is a field of the lock, every
 * other reader keeps its count in a thread-local variable. So read holds are facts, not history,
 * and are known even if the lock was taken before an attach.
 */
public final class ReadHolds {
  private static final String SYNC = ReentrantReadWriteLock.class.getName() + "$Sync";
  private static final PrivateField FIRST = PrivateField.of(SYNC, "firstReader");
  private static final PrivateField FIRST_COUNT = PrivateField.of(SYNC, "firstReaderHoldCount");
  private static final PrivateField LOCAL = PrivateField.of(SYNC, "readHolds");
  private static final PrivateField COUNT = PrivateField.of(SYNC + "$HoldCounter", "count");
  private static final PrivateField LOCALS = PrivateField.of(Thread.class, "threadLocals");
  private static final PrivateField TABLE =
      PrivateField.of("java.lang.ThreadLocal$ThreadLocalMap", "table");
  private static final PrivateField VALUE =
      PrivateField.of("java.lang.ThreadLocal$ThreadLocalMap$Entry", "value");

  private ReadHolds() {}

  /** The thread that the lock itself names as a reader, ended ones included; or null. */
  public static Thread firstReader(Object sync) {
    return FIRST_COUNT.getInt(sync) > 0 ? (Thread) FIRST.get(sync) : null;
  }

  /** True if the thread, which stands still, holds the lock for reading. */
  public static boolean holds(Thread thread, Object sync) {
    if (firstReader(sync) == thread) {
      return true;
    }
    Object locals = LOCALS.get(thread);
    Object[] table = locals == null ? null : (Object[]) TABLE.get(locals);
    if (table == null) {
      return false;
    }
    ThreadLocal<?> local = (ThreadLocal<?>) LOCAL.get(sync);
    for (Object entry : table) {
      if (entry != null && refersTo(entry, local)) {
        Object counter = VALUE.get(entry);
        return counter != null && COUNT.getInt(counter) > 0;
      }
    }
    return false;
  }

  @SuppressWarnings("unchecked")
  private static boolean refersTo(Object entry, ThreadLocal<?> local) {
    return ((Reference<ThreadLocal<?>>) entry).refersTo((ThreadLocal<Object>) local);
  }
}
