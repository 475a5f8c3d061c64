package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The pools that some threads work for, and what waits in their queues, as they are now. A pool
 * without threads is not seen; nothing waits in one for long.
 */
public final class Pools {
  private final Map<Object, Pool> byExecutor = new IdentityHashMap<>();
  private final Map<Thread, Pool> byWorker = new IdentityHashMap<>();
  private final Map<Object, Pool> byPromise = new IdentityHashMap<>();
  private final Map<Object, Boolean> sharedPromises = new IdentityHashMap<>();
  private final Map<Object, Boolean> innerPromises = new IdentityHashMap<>();
  private final Map<Object, List<Object>> byArrival = new IdentityHashMap<>();
  private final Map<Object, Pool> byTermination = new IdentityHashMap<>();
  private final List<Pool> queues = new ArrayList<>();
  private final ThreadSet atTasks = new ThreadSet();
  private final Map<Thread, Object> byLoop = new IdentityHashMap<>();

  private Pools() {}

  /**
   * The same, where it matters little who else may take from the queues: of those who have done so
   * before, only such count as are seen to come again without a look at more classes.
   */
  public static Pools of(Collection<Thread> threads) {
    return of(threads, unknown -> null);
  }

  /**
   * Reads the pools of these threads, and of the virtual threads that the JDK tracks.
   *
   * @param loadedClass finds a loaded class by its name, or null
   */
  public static Pools of(Collection<Thread> threads, Function<String, Class<?>> loadedClass) {
    Pools pools = new Pools();
    List<Pool> read = new ArrayList<>();
    List<Object> queued = new ArrayList<>();
    for (Staff staff : Staff.all(threads)) {
      Pool pool = staff.reader().read(staff.executor(), staff.workers());
      read.add(pool);
      queued.addAll(pool.queued());
      pool.workers().forEach(pools.atTasks::add);
      Object termination = staff.reader().termination(pool.executor());
      if (termination != null) {
        pools.byTermination.put(termination, pool);
      }
    }
    for (Pool pool : LibrarySearch.all(threads, queued)) {
      read.add(pool);
      if (!pool.isOwnQueue()) {
        pool.workers().forEach(worker -> pools.byLoop.put(worker, pool.executor()));
      }
    }
    read.forEach(pools::employ);
    Collection<Pool> byHistory = QueueReader.all();
    Volunteers volunteers = new Volunteers(byHistory, pools.byWorker::containsKey, loadedClass);
    read.stream().map(volunteers::join).toList().forEach(pools::add);
    byHistory.forEach(queue -> pools.addByHistory(queue, volunteers.isOfPool(queue)));
    return pools;
  }

  /** Who works for several pools is taken for a worker of the first. */
  private void employ(Pool pool) {
    for (Thread worker : pool.workers()) {
      byWorker.putIfAbsent(worker, pool);
    }
  }

  /** A queue that threads take from; what the JDK's own pools say goes before it. */
  private void addByHistory(Pool pool, boolean ofPool) {
    queues.add(pool);
    for (Thread worker : pool.workers()) {
      if (!ofPool) {
        byWorker.putIfAbsent(worker, pool);
      }
      byLoop.putIfAbsent(worker, pool.executor());
    }
    for (Object task : pool.queued()) {
      for (Object promise : Promises.of(task)) {
        byPromise.putIfAbsent(promise, pool);
      }
    }
  }

  private void add(Pool pool) {
    byExecutor.put(pool.executor(), pool);
    employ(pool);
    for (Object task : pool.queued()) {
      List<Object> promises = Promises.of(task);
      for (Object promise : promises) {
        Pool other = byPromise.put(promise, pool);
        if (other != null && other != pool) {
          sharedPromises.put(promise, true);
        }
      }
      for (Object inner : promises.subList(Math.min(1, promises.size()), promises.size())) {
        innerPromises.put(inner, true);
      }
      Object arrival = Completions.arrivalOf(task);
      if (arrival != null) {
        byArrival.computeIfAbsent(arrival, unused -> new ArrayList<>()).add(task);
      }
    }
  }

  /** All but those that are known by history only. */
  public Collection<Pool> all() {
    return byExecutor.values();
  }

  /** Queues that live threads have taken from, whatever waits there; the queue is the executor. */
  public Collection<Pool> queues() {
    return queues;
  }

  /** The pool that a thread works for, or null. */
  public Pool workedBy(Thread thread) {
    Pool pool = byWorker.get(thread);
    return pool == null ? null : byExecutor.getOrDefault(pool.executor(), pool);
  }

  /** True for a worker of which hooks tell what it runs: one of a pool of the JDK's kinds. */
  public boolean isKnownAtWork(Thread thread) {
    return atTasks.contains(thread);
  }

  /**
   * True for a worker of a pool of another kind of which hooks tell the loop that takes tasks, and
   * not the task that it runs now. False for queues that are no executors, which are guessed
   * anyway.
   *
   * @param task what the thread runs as far as hooks tell, or null
   */
  public boolean isInLoop(Thread thread, Object task) {
    Object executor = byLoop.get(thread);
    if (executor == null || task == null) {
      return executor != null;
    }
    Object loop = Promises.userTask(task);
    return loop == executor
        || WorkedOff.isNested(loop, executor)
        || !byExecutor.containsKey(executor) && isKnownAtWork(thread);
  }

  /** The pool of this executor, or null. */
  public Pool of(Object executor) {
    return byExecutor.get(executor);
  }

  /**
   * The pool in whose queue the task waits that would complete this future, or null. Null too for
   * one that waits in several queues, or in one that several pools share: any of them may take it.
   */
  public Pool queueing(Object promise) {
    return sharedPromises.containsKey(promise) ? null : byPromise.get(promise);
  }

  /** True for a future that was wrapped in another one to be queued: who made it may run it too. */
  public boolean isWrapped(Object promise) {
    return innerPromises.containsKey(promise);
  }

  /**
   * The queued tasks of a completion service for whose next result those wait who park on this
   * object; empty if there are none.
   */
  public List<Object> arrivingAt(Object parkedOn) {
    return byArrival.getOrDefault(parkedOn, List.of());
  }

  /** What those park on who wait for the next result of the task's completion service, or null. */
  public Object arrivalOf(Object task) {
    return Completions.arrivalOf(task);
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
    Set<Object> executors = Collections.newSetFromMap(new IdentityHashMap<>());
    Staff.all(threads).forEach(staff -> executors.add(staff.executor()));
    return executors;
  }

  /** What all callers of {@code awaitTermination} park on, for the same pools. */
  public static Set<Object> terminations(Collection<Thread> threads) {
    Set<Object> terminations = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Staff staff : Staff.all(threads)) {
      Object termination = staff.reader().termination(staff.executor());
      if (termination != null) {
        terminations.add(termination);
      }
    }
    return terminations;
  }
}
