package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;

/** Which futures a task completes when it is run, read from the task's fields. */
public final class Promises {
  private static final String FUTURE = "java.util.concurrent.CompletableFuture$";
  private static final String RUNNABLE_ADAPTER = "java.util.concurrent.Executors$RunnableAdapter";
  private static final String QUEUEING =
      "java.util.concurrent.ExecutorCompletionService$QueueingFuture";
  private static final int DEEPEST = 4;

  private static final PrivateField CALLABLE = PrivateField.of(FutureTask.class, "callable");
  private static final PrivateField ADAPTED = PrivateField.of(RUNNABLE_ADAPTER, "task");
  private static final PrivateField QUEUED = PrivateField.of(QUEUEING, "task");
  private static final PrivateField SUPPLIED = PrivateField.of(FUTURE + "AsyncSupply", "dep");
  private static final PrivateField RUN = PrivateField.of(FUTURE + "AsyncRun", "dep");
  private static final PrivateField STAGE = PrivateField.of(FUTURE + "UniCompletion", "dep");

  private Promises() {}

  /** The futures, outermost first: a submitted {@code FutureTask} is wrapped into another one. */
  public static List<Object> of(Object task) {
    List<Object> promises = new ArrayList<>();
    collect(task, promises, DEEPEST);
    return promises;
  }

  private static void collect(Object task, List<Object> promises, int depth) {
    if (task == null || depth == 0) {
      return;
    }
    if (task instanceof FutureTask) {
      promises.add(task);
      Object callable = CALLABLE.get(task);
      if (QUEUED.owner().isInstance(task)) {
        collect(QUEUED.get(task), promises, depth - 1);
      } else if (callable != null && ADAPTED.owner().isInstance(callable)) {
        collect(ADAPTED.get(callable), promises, depth - 1);
      }
    } else if (SUPPLIED.owner().isInstance(task)) {
      addIfPresent(SUPPLIED.get(task), promises);
    } else if (RUN.owner().isInstance(task)) {
      addIfPresent(RUN.get(task), promises);
    } else if (STAGE.owner().isInstance(task)) {
      addIfPresent(STAGE.get(task), promises);
    } else if (task instanceof ForkJoinTask) {
      promises.add(task);
    }
  }

  private static void addIfPresent(Object promise, List<Object> promises) {
    if (promise != null) {
      promises.add(promise);
    }
  }
}
