package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;

/**
 * What threads park on that wait at a queue of the JDK. To be used only once the engine has opened
 * the package.
 */
public final class QueueConditions {
  private static final List<PrivateField> NOT_FULL =
      List.of(
          PrivateField.of(ArrayBlockingQueue.class, "notFull"),
          PrivateField.of(LinkedBlockingQueue.class, "notFull"),
          PrivateField.of(LinkedBlockingDeque.class, "notFull"));
  private static final List<PrivateField> NOT_EMPTY =
      List.of(
          PrivateField.of(ArrayBlockingQueue.class, "notEmpty"),
          PrivateField.of(LinkedBlockingQueue.class, "notEmpty"),
          PrivateField.of(LinkedBlockingDeque.class, "notEmpty"),
          PrivateField.of(PriorityBlockingQueue.class, "notEmpty"));

  private QueueConditions() {}

  /** Where those wait for whom the queue is full; null if it has no bound, or is another kind. */
  public static Object notFull(Object queue) {
    return of(queue, NOT_FULL);
  }

  /** Where those wait for whom it is empty; null if it is another kind of queue. */
  public static Object notEmpty(Object queue) {
    return of(queue, NOT_EMPTY);
  }

  private static Object of(Object queue, List<PrivateField> fields) {
    for (PrivateField field : fields) {
      if (field.owner().isInstance(queue)) {
        return field.get(queue);
      }
    }
    return null;
  }
}
