package io.standstill.pool;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The pools that some threads work for, and what waits in their queues, as they are now. A pool
 * without threads is not seen; nothing waits in one for long.
 */
public final class Pools {
  private static final List<PoolReader> READERS = PoolReader.all();

  private final Map<Object, Pool> byExecutor = new IdentityHashMap<>();
  private final Map<Thread, Pool> byWorker = new IdentityHashMap<>();
  private final Map<Object, Pool> byPromise = new IdentityHashMap<>();
  private final Map<Object, List<Object>> byArrival = new IdentityHashMap<>();
  private final Map<Object, Pool> byTermination = new IdentityHashMap<>();

  private Pools() {}

  /** Reads the pools of these threads. */
  public static Pools of(Collection<Thread> threads) {
    Pools pools = new Pools();
    for (PoolReader reader : READERS) {
      Map<Object, List<Thread>> workers = new IdentityHashMap<>();
      for (Thread thread : threads) {
        Object executor = reader.poolOf(thread);
        if (executor != null) {
          workers.computeIfAbsent(executor, unused -> new ArrayList<>()).add(thread);
        }
      }
      workers.forEach((executor, found) -> pools.add(reader.read(executor, found), reader));
    }
    return pools;
  }

  private void add(Pool pool, PoolReader reader) {
    byExecutor.put(pool.executor(), pool);
    for (Thread worker : pool.workers()) {
      byWorker.put(worker, pool);
    }
    for (Object task : pool.queued()) {
      for (Object promise : Promises.of(task)) {
        byPromise.put(promise, pool);
      }
      Object arrival = Completions.arrivalOf(task);
      if (arrival != null) {
        byArrival.computeIfAbsent(arrival, unused -> new ArrayList<>()).add(task);
      }
    }
    Object termination = reader.termination(pool.executor());
    if (termination != null) {
      byTermination.put(termination, pool);
    }
  }

  /** All of them. */
  public Collection<Pool> all() {
    return byExecutor.values();
  }

  /** The pool that a thread works for, or null. */
  public Pool workedBy(Thread thread) {
    return byWorker.get(thread);
  }

  /** The pool in whose queue the task waits that would complete this future, or null. */
  public Pool queueing(Object promise) {
    return byPromise.get(promise);
  }

  /**
   * The queued tasks of a completion service for whose next result those wait who park on this
   * object; empty if there are none.
   */
  public List<Object> arrivingAt(Object parkedOn) {
    return byArrival.getOrDefault(parkedOn, List.of());
  }

  /** The futures that queued tasks would complete. */
  public Collection<Object> promises() {
    return byPromise.keySet();
  }

  /** The pool whose end those wait for who park on this object, or null. */
  public Pool endingWith(Object parkedOn) {
    return byTermination.get(parkedOn);
  }

  /** The pools that these threads work for. */
  static Collection<Object> executors(Collection<Thread> threads) {
    Map<Object, Boolean> executors = new IdentityHashMap<>();
    for (PoolReader reader : READERS) {
      for (Thread thread : threads) {
        Object executor = reader.poolOf(thread);
        if (executor != null) {
          executors.put(executor, true);
        }
      }
    }
    return executors.keySet();
  }

  /** What all callers of {@code awaitTermination} park on, for pools of these threads. */
  public static Collection<Object> terminations(Collection<Thread> threads) {
    Map<Object, Object> byExecutor = new IdentityHashMap<>();
    for (PoolReader reader : READERS) {
      for (Thread thread : threads) {
        Object executor = reader.poolOf(thread);
        if (executor != null && !byExecutor.containsKey(executor)) {
          byExecutor.put(executor, reader.termination(executor));
        }
      }
    }
    Map<Object, Boolean> terminations = new IdentityHashMap<>();
    byExecutor.values().forEach(termination -> terminations.put(termination, true));
    terminations.remove(null);
    return terminations.keySet();
  }
}
