package io.standstill.pool;

import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import io.standstill.release.Links;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;

/**
 * Reads a queue of a class of which nothing is known: the tasks to which it leads by way of its
 * fields, of arrays, collections and classes of the JDK, and of nodes, which are nested in its own
 * class. What else it refers to is none of its content. Nothing is called, so it needs no lock; who
 * takes from such a queue does not move while it counts.
 */
final class ForeignQueue {
  /** A queue that leads to more objects is not read to the end. */
  private static final int MOST_OBJECTS = 10_000;

  private final QueueParts parts;

  /** What is no executor, and no queue either, may have futures at hand for any reason. */
  private final boolean onlyRunnable;

  private final Links links = new Links(false);
  private final List<Object> tasks = new ArrayList<>();
  private final ThreadSet threads = new ThreadSet();
  private final Map<Object, Boolean> seen = new IdentityHashMap<>();
  private final Map<Object, Boolean> opened = new IdentityHashMap<>();
  private final Deque<Object> open = new ArrayDeque<>();

  private ForeignQueue(Class<?> owner, boolean onlyRunnable) {
    this.parts = new QueueParts(owner);
    this.onlyRunnable = onlyRunnable;
  }

  static TaskQueue read(Object queue) {
    ForeignQueue content = new ForeignQueue(queue.getClass(), false);
    content.addLinksOf(queue);
    content.addAllOpen();
    return new TaskQueue(content.tasks, content.complete(), false);
  }

  /**
   * What waits in the collections and queues of an executor, or in nodes that are nested in its
   * class. What it refers to otherwise are no tasks of others: its own end, for example, or what
   * makes its threads. Of what is no executor by its class, only queues are read, and what can be
   * run.
   */
  static ForeignQueue ofExecutor(Object executor) {
    boolean byClass = executor instanceof Executor;
    ForeignQueue content = new ForeignQueue(executor.getClass(), !byClass);
    content.seen.put(executor, true);
    content.opened.put(executor, true);
    for (Object value : content.links.of(executor)) {
      boolean part =
          byClass
              ? value instanceof Collection
                  || value != null && !isTask(value) && content.parts.isStore(value.getClass())
              : value instanceof Queue;
      if (value instanceof Thread || part) {
        content.add(value);
      } else {
        content.addIfQueue(value);
      }
    }
    content.addAllOpen();
    return content;
  }

  /** Reads on in the queues that threads of a class of the executor's own may have for theirs. */
  void addQueuesOf(Collection<Thread> workers) {
    for (Thread worker : workers) {
      if (parts.isNested(worker.getClass().getName())) {
        links.of(worker).forEach(this::addIfQueue);
      }
    }
    addAllOpen();
  }

  /**
   * A queue need not be a collection; then it is known by what its class is called. It may have
   * been met before and not been known for one.
   */
  private void addIfQueue(Object value) {
    if (value == null || isTask(value) || links.isClosed(value) || opened.containsKey(value)) {
      return;
    }
    for (Class<?> c = value.getClass(); c.getClassLoader() != null; c = c.getSuperclass()) {
      if (c.getName().endsWith("Queue")) {
        parts.addQueue(c.getName());
        seen.put(value, true);
        open(value);
      }
    }
  }

  /** Those that are to be run at a time of their own do not wait for a thread, and are left out. */
  List<Object> tasks() {
    return tasks;
  }

  /** The threads that were met on the way. */
  ThreadSet threads() {
    return threads;
  }

  /** False if there may be more. */
  boolean complete() {
    return open.isEmpty();
  }

  private void addAllOpen() {
    while (!open.isEmpty() && seen.size() < MOST_OBJECTS) {
      addLinksOf(open.remove());
    }
  }

  private void open(Object object) {
    if (opened.put(object, true) == null) {
      open.add(object);
    }
  }

  private void addLinksOf(Object object) {
    seen.put(object, true);
    for (Object value : links.of(object)) {
      if (value != null) {
        add(value);
      }
    }
  }

  private void add(Object value) {
    if (seen.put(value, true) != null) {
      return;
    }
    if (value instanceof Thread thread) {
      Thread.State state = Threads.state(thread);
      if (state != Thread.State.NEW && state != Thread.State.TERMINATED) {
        threads.add(thread);
      }
    } else if (isTask(value)) {
      addTask(value);
    } else if (parts.contain(value) && !links.isClosed(value)) {
      open(value);
    }
  }

  /**
   * What the queue itself has put around a task is looked through, and so is what has a thread at
   * hand: one of its workers.
   */
  private void addTask(Object task) {
    boolean around =
        !(task instanceof Future)
            && parts.isNested(task.getClass().getName())
            && links.of(task).stream().anyMatch(ForeignQueue::isTaskOrThread);
    if (around) {
      open(task);
    } else if (!(task instanceof Delayed) && (!onlyRunnable || task instanceof Runnable)) {
      tasks.add(task);
    }
  }

  private static boolean isTaskOrThread(Object object) {
    return isTask(object) || object instanceof Thread;
  }

  private static boolean isTask(Object object) {
    return object instanceof Runnable && !(object instanceof Thread)
        || object instanceof Callable
        || object instanceof Future;
  }
}
