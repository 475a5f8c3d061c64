package io.standstill.pool;

import io.standstill.jvm.ThreadContainer;
import io.standstill.jvm.Threads;
import io.standstill.recorder.PoolRecords;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A pool and those of its workers that were met among the platform threads.
 *
 * @param executor the pool
 * @param reader by which it is read
 */
record Staff(Object executor, PoolReader reader, List<Thread> workers) {

  /**
   * The pools of these threads. Platform threads are asked one by one; virtual threads, of which
   * there may be many more, are not: the JDK keeps those of a pool together. What a thread was made
   * to run may be wrapped in a class of the thread factory; so pools that were seen when they were
   * made are asked who works for them.
   */
  static Collection<Staff> all(Collection<Thread> threads) {
    Map<Object, Staff> byExecutor = new IdentityHashMap<>();
    TargetSearch search = new TargetSearch();
    List<PoolReader> readers = PoolAccess.readers();
    for (Thread thread : threads) {
      if (!Threads.isVirtual(thread)) {
        for (PoolReader reader : readers) {
          add(reader.poolOf(thread, search), reader, thread, byExecutor);
        }
      }
    }
    for (ThreadContainer container : Threads.containers()) {
      for (PoolReader reader : readers) {
        Object executor = reader.poolOf(container, search);
        if (executor != null) {
          byExecutor.computeIfAbsent(executor, made -> new Staff(made, reader, new ArrayList<>()));
        }
      }
    }
    for (Object executor : readers.isEmpty() ? List.of() : PoolRecords.pools()) {
      for (PoolReader reader : readers) {
        if (!byExecutor.containsKey(executor) && reader.employs(executor)) {
          byExecutor.put(executor, new Staff(executor, reader, new ArrayList<>()));
        }
      }
    }
    return byExecutor.values();
  }

  private static void add(
      Object executor, PoolReader reader, Thread thread, Map<Object, Staff> byExecutor) {
    if (executor != null) {
      byExecutor
          .computeIfAbsent(executor, made -> new Staff(made, reader, new ArrayList<>()))
          .workers()
          .add(thread);
    }
  }
}
