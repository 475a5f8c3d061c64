package io.standstill.pool;

import io.standstill.jvm.Captured;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.release.Links;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.BiConsumer;

/**
 * Finds the executors of libraries that threads work for: by what they were made to run, or by the
 * task that they run as workers of another pool. A queue that runs its tasks one after the other is
 * one too, whatever it is called. Serves one look.
 */
final class LibrarySearch {
  /** How many steps lead to an executor at most. */
  private static final int DEEPEST = 4;

  /** So many objects are looked at for one thread or task. */
  private static final int MOST_OBJECTS = 100;

  private static final int MOST_TASKS = 2_000;

  private final Links links = new Links(true);
  private final WorkedOff workedOff = new WorkedOff(links);

  /** What threads are working off that is no executor by its class, or is a task itself. */
  private final Map<Object, Boolean> queues = new IdentityHashMap<>();

  /** All executors met so far, with the threads that lead to them. */
  private final Map<Object, ThreadSet> leading = new IdentityHashMap<>();

  /** What executors lead to that were met. */
  private final Map<Object, ForeignQueue> contents = new IdentityHashMap<>();

  /** Those of them of which is known that these threads work for them. */
  private final Map<Object, ThreadSet> staffed = new IdentityHashMap<>();

  private final Collection<Thread> threads;

  private LibrarySearch(Collection<Thread> threads) {
    this.threads = threads;
  }

  /**
   * The executors that these threads work for. Each thread that leads to one may work for it too,
   * and each that is in the middle of its code; and if something leads there that waits in a queue,
   * then anyone might.
   *
   * @param queued what waits in the queues of the JDK's pools
   */
  static Collection<Pool> all(Collection<Thread> threads, Collection<Object> queued) {
    LibrarySearch search = new LibrarySearch(threads);
    search.forEachStart(search::noteQueue);
    search.forEachStart(search::follow);
    return search.staffed.isEmpty() ? List.of() : search.read(queued);
  }

  /** What a thread was made to run, and the task that it runs now. */
  private void forEachStart(BiConsumer<Object, Thread> action) {
    for (Thread thread : threads) {
      if (!Threads.isVirtual(thread)) {
        Object target = Threads.target(thread);
        action.accept(target != null ? target : thread, thread);
        Journal journal = Journals.of(Threads.id(thread));
        Object task = journal == null ? null : journal.task();
        if (task != null) {
          action.accept(Promises.userTask(task), thread);
        }
      }
    }
  }

  private void noteQueue(Object start, Thread thread) {
    Object owner = isForeign(start) ? workedOff.by(thread, start) : null;
    if (owner != null) {
      queues.put(owner, true);
    }
  }

  private Collection<Pool> read(Collection<Object> queued) {
    Map<Object, ThreadSet> workers = new IdentityHashMap<>();
    Map<Object, Growth> growths = new IdentityHashMap<>();
    for (Object executor : staffed.keySet()) {
      ThreadSet own = workersOf(executor);
      boolean anyone = queues.containsKey(executor) || mayOthersCome(own, leading.get(executor));
      workers.put(executor, own);
      growths.put(executor, anyone ? Growth.BY_ANYONE : Growth.BY_SUBMISSION);
    }
    leading.clear();
    if (queued.size() <= MOST_TASKS) {
      queued.forEach(task -> follow(Promises.userTask(task), null));
    }
    List<Pool> pools = new ArrayList<>();
    for (Object executor : staffed.keySet()) {
      boolean alone = queued.size() <= MOST_TASKS && !leading.containsKey(executor);
      Growth growth = growths.get(executor);
      ForeignQueue content = contentOf(executor);
      ThreadSet found = workers.get(executor);
      Pool pool = LibraryReader.read(executor, content, found.threads(), alone, growth);
      if (alone && stands(pool)) {
        found.addAll(InCode.of(executor, threads, workersOfOthers(executor)));
        pool = LibraryReader.read(executor, content, found.threads(), true, growth);
      }
      pools.add(pool);
    }
    return pools;
  }

  /**
   * All that lead there, unless the executor is a thread itself, or has several threads and those
   * that surely work for it among them: then it seems to know them all.
   */
  private ThreadSet workersOf(Object executor) {
    ThreadSet sure = staffed.get(executor);
    ThreadSet own = contentOf(executor).threads();
    boolean knowsAll = own.size() > 1 && sure.threads().stream().allMatch(own::contains);
    return ThreadSet.of(executor instanceof Thread || knowsAll ? sure : leading.get(executor));
  }

  /** True if somebody who has the executor at hand, and is none of these, may get on by himself. */
  private static boolean mayOthersCome(ThreadSet workers, ThreadSet leading) {
    for (Thread thread : leading) {
      Thread.State state = Threads.state(thread);
      if (!workers.contains(thread)
          && (state == Thread.State.RUNNABLE || state == Thread.State.TIMED_WAITING)) {
        return true;
      }
    }
    return false;
  }

  /** Only then it matters whether somebody was overlooked. */
  private static boolean stands(Pool pool) {
    for (Thread worker : pool.workers()) {
      if (Threads.state(worker) == Thread.State.RUNNABLE) {
        return false;
      }
    }
    return !pool.queued().isEmpty();
  }

  /** Those that work for another one of the same class. */
  private ThreadSet workersOfOthers(Object executor) {
    ThreadSet elsewhere = new ThreadSet();
    staffed.forEach(
        (other, workers) -> {
          if (other != executor && other.getClass() == executor.getClass()) {
            elsewhere.addAll(workers);
          }
        });
    return elsewhere;
  }

  /** Notes the executors to which an object leads; a thread runs it, if there is one. */
  private void follow(Object start, Thread thread) {
    List<Object> level = start == null ? List.of() : List.of(start);
    int left = MOST_OBJECTS;
    for (int depth = 0; depth <= DEEPEST; depth++) {
      List<Object> next = new ArrayList<>();
      for (Object object : level) {
        if (isForeign(object) && left-- > 0) {
          List<Object> values = links.of(object);
          if (isExecutor(object) || queues.containsKey(object)) {
            note(object, start, thread);
          }
          next.addAll(values);
        }
      }
      level = next;
    }
  }

  /**
   * One works for an executor that refers to him, that he is or runs, or whose class contains what
   * he runs.
   */
  private void note(Object executor, Object start, Thread thread) {
    ThreadSet threads = leading.computeIfAbsent(executor, unused -> new ThreadSet());
    if (thread != null) {
      threads.add(thread);
      if (executor == thread
          || start.getClass().getName().startsWith(executor.getClass().getName() + "$")
          || queues.containsKey(executor)
              && (start == executor || WorkedOff.isNested(start, executor))
          || contentOf(executor).threads().contains(thread)) {
        staffed.computeIfAbsent(executor, unused -> new ThreadSet()).add(thread);
      }
    }
  }

  /** With its workers, as far as it knows them: in whatever its factory has wrapped them. */
  private ForeignQueue contentOf(Object executor) {
    return contents.computeIfAbsent(executor, ForeignQueue::ofExecutor);
  }

  /** Of a kind of its own: what the JDK's pools do is known otherwise, whatever they extend. */
  private static boolean isExecutor(Object object) {
    return object instanceof Executor
        && !(object instanceof ThreadPoolExecutor || object instanceof ForkJoinPool);
  }

  /** Neither the JDK's nor the agent's own, which leads to all that the agent has looked at. */
  private static boolean isForeign(Object object) {
    return object != null
        && (object.getClass().getClassLoader() != null || Captured.isLambda(object.getClass()))
        && object.getClass().getClassLoader() != LibrarySearch.class.getClassLoader()
        && !(object instanceof ClassLoader);
  }
}
