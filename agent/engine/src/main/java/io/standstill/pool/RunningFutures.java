package io.standstill.pool;

import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which thread runs the task that will complete which {@code CompletableFuture}. Once such a task
 * runs, the JDK keeps no link to its future; the hooks of the agent do, in the thread's journal.
 */
public final class RunningFutures {
  private final Map<Object, Thread> runners = new IdentityHashMap<>();
  private final Map<Object, Thread> tasks = new IdentityHashMap<>();

  private RunningFutures() {}

  /** Those of all threads that the agent has seen begin one. */
  public static RunningFutures now() {
    RunningFutures running = new RunningFutures();
    for (Journal journal : Journals.all()) {
      Thread thread = journal.get();
      if (thread != null && thread.isAlive()) {
        for (Object promise : journal.promises()) {
          running.add(promise, thread);
        }
        Object task = journal.task();
        if (task != null) {
          running.tasks.put(task, thread);
        }
        for (Object promise : Promises.of(task)) {
          running.add(promise, thread);
        }
      }
    }
    return running;
  }

  private void add(Object promise, Thread thread) {
    if (promise != null) {
      runners.putIfAbsent(promise, thread);
    }
  }

  /** The thread that runs the task of a future, or null. */
  public Thread runnerOf(Object promise) {
    return runners.get(promise);
  }

  /** The tasks that workers of pools run, and by whom. */
  public Map<Object, Thread> tasks() {
    return tasks;
  }

  /** The futures whose tasks run. */
  public Set<Object> all() {
    return runners.keySet();
  }
}
