package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;

/** Tasks of an {@code ExecutorCompletionService}, which end up in a queue when they are done. */
final class Completions {
  private static final PrivateField QUEUE =
      PrivateField.of(
          "java.util.concurrent.ExecutorCompletionService$QueueingFuture", "completionQueue");
  private static final List<PrivateField> NOT_EMPTY =
      List.of(
          PrivateField.of(LinkedBlockingQueue.class, "notEmpty"),
          PrivateField.of(LinkedBlockingDeque.class, "notEmpty"),
          PrivateField.of(ArrayBlockingQueue.class, "notEmpty"));

  private Completions() {}

  /** What those park on who wait for the next result of the task's service, or null. */
  static Object arrivalOf(Object task) {
    Object queue = QUEUE.owner().isInstance(task) ? QUEUE.get(task) : null;
    for (PrivateField notEmpty : NOT_EMPTY) {
      if (notEmpty.owner().isInstance(queue)) {
        return notEmpty.get(queue);
      }
    }
    return null;
  }
}
