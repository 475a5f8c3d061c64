package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.TaskWrapper;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Which futures a task completes when it is run, read from the task's fields. */
public final class Promises {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final int DEEPEST = 4;
  private static final int NEW = 0;

  private static final PrivateField STATE = PrivateField.of(FutureTask.class, "state");
  private static final PrivateField RUNNER = PrivateField.of(FutureTask.class, "runner");

  /** Fork-join tasks that can be interrupted know who runs them: one class, later their parent. */
  private static final PrivateField FORK_JOIN_RUNNER =
      PrivateField.firstPresent(
          "runner",
          CONCURRENT + "ForkJoinTask$InterruptibleTask",
          CONCURRENT + "ForkJoinTask$AdaptedInterruptibleCallable");

  /** A future of the executor that starts a thread per task, and the thread made for it. */
  private static final PrivateField BOUND_TO =
      PrivateField.ifPresent(CONCURRENT + "ThreadPerTaskExecutor$ThreadBoundFuture", "thread");

  private Promises() {}

  /** The futures, outermost first: a submitted {@code FutureTask} is wrapped into another one. */
  public static List<Object> of(Object task) {
    List<Object> promises = new ArrayList<>();
    Object inner = task;
    for (int i = 0; i < DEEPEST && inner != null; i++) {
      TaskWrapper wrapper = TaskWrapper.of(inner);
      Object promise = promise(inner, wrapper);
      if (promise != null) {
        promises.add(promise);
      }
      inner = wrapper == null || wrapper.isRunLater() ? null : wrapper.inner(inner);
    }
    return promises;
  }

  private static Object promise(Object task, TaskWrapper wrapper) {
    if (wrapper == null) {
      return task instanceof Future ? task : null;
    }
    Object completed = wrapper.completed(task);
    return completed == null ? AwtEvents.notified(task) : completed;
  }

  /** True for a {@code FutureTask} that was neither completed nor cancelled. */
  static boolean isPending(Object task) {
    return task instanceof FutureTask && STATE.getInt(task) == NEW;
  }

  /** The thread that runs the task of a future, or alone will; null if that is not known. */
  public static Thread runner(Object promise) {
    if (FORK_JOIN_RUNNER != null && FORK_JOIN_RUNNER.owner().isInstance(promise)) {
      return (Thread) FORK_JOIN_RUNNER.get(promise);
    } else if (!(promise instanceof FutureTask) || STATE.getInt(promise) != NEW) {
      return null;
    }
    Thread runner = (Thread) RUNNER.get(promise);
    return runner == null && BOUND_TO != null && BOUND_TO.owner().isInstance(promise)
        ? (Thread) BOUND_TO.get(promise)
        : runner;
  }

  /** What the application gave to run, unwrapped from what the JDK put around it. */
  public static Object userTask(Object task) {
    Object inner = task;
    for (int i = 0; i < DEEPEST; i++) {
      TaskWrapper wrapper = TaskWrapper.of(inner);
      Object next = wrapper == null ? null : wrapper.inner(inner);
      if (next == null) {
        return inner;
      }
      inner = next;
    }
    return inner;
  }
}
