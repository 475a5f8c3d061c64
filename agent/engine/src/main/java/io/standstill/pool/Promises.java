package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Which futures a task completes when it is run, read from the task's fields. */
public final class Promises {
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String FUTURE = CONCURRENT + "CompletableFuture$";
  private static final int DEEPEST = 4;
  private static final int NEW = 0;

  private static final PrivateField SUPPLIED = PrivateField.of(FUTURE + "AsyncSupply", "dep");
  private static final PrivateField RUN = PrivateField.of(FUTURE + "AsyncRun", "dep");
  private static final PrivateField STAGE = PrivateField.of(FUTURE + "UniCompletion", "dep");
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

  /** What {@code ForkJoinPool.execute} puts around a task; nobody else has it to wait for. */
  private static final PrivateField EXECUTED =
      PrivateField.ifPresent(CONCURRENT + "ForkJoinTask$RunnableExecuteAction", "runnable");

  private Promises() {}

  /** The futures, outermost first: a submitted {@code FutureTask} is wrapped into another one. */
  public static List<Object> of(Object task) {
    List<Object> promises = new ArrayList<>();
    Object inner = task;
    for (int i = 0; i < DEEPEST && inner != null; i++) {
      Object promise = promise(inner);
      if (promise != null) {
        promises.add(promise);
      }
      inner = Wrapper.inside(inner);
    }
    return promises;
  }

  private static Object promise(Object task) {
    if (SUPPLIED.owner().isInstance(task)) {
      return SUPPLIED.get(task);
    } else if (RUN.owner().isInstance(task)) {
      return RUN.get(task);
    } else if (STAGE.owner().isInstance(task)) {
      return STAGE.get(task);
    }
    return task instanceof Future && !isExecuted(task) ? task : AwtEvents.notified(task);
  }

  private static boolean isExecuted(Object task) {
    return EXECUTED != null && EXECUTED.owner().isInstance(task);
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
      Object next = Wrapper.inside(inner);
      if (next == null) {
        return inner;
      }
      inner = next;
    }
    return inner;
  }
}
