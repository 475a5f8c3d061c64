package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many tasks wait in a queue and how many more would fit, read from the fields of the JDK's
 * queues, without locks and whatever their length; -1 for queues of the application's own. What is
 * scheduled for later waits for its time first.
 */
record QueueCounts(int size, int due, int remaining) {
  private static final PrivateField LINKED = PrivateField.of(LinkedBlockingQueue.class, "count");
  private static final PrivateField LINKED_BOUND =
      PrivateField.of(LinkedBlockingQueue.class, "capacity");
  private static final PrivateField DEQUE = PrivateField.of(LinkedBlockingDeque.class, "count");
  private static final PrivateField DEQUE_BOUND =
      PrivateField.of(LinkedBlockingDeque.class, "capacity");
  private static final PrivateField ARRAY = PrivateField.of(ArrayBlockingQueue.class, "count");
  private static final PrivateField ARRAY_ITEMS =
      PrivateField.of(ArrayBlockingQueue.class, "items");
  private static final PrivateField HEAP = PrivateField.of(PriorityBlockingQueue.class, "size");
  private static final String DELAYED =
      "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";
  private static final PrivateField DELAYED_HEAP = PrivateField.of(DELAYED, "queue");
  private static final PrivateField DELAYED_SIZE = PrivateField.of(DELAYED, "size");

  static QueueCounts of(Object queue) {
    if (queue instanceof LinkedBlockingQueue) {
      return bounded(((AtomicInteger) LINKED.get(queue)).get(), LINKED_BOUND.getInt(queue));
    } else if (queue instanceof LinkedBlockingDeque) {
      return bounded(DEQUE.getInt(queue), DEQUE_BOUND.getInt(queue));
    } else if (queue instanceof ArrayBlockingQueue) {
      return bounded(ARRAY.getInt(queue), ((Object[]) ARRAY_ITEMS.get(queue)).length);
    } else if (queue instanceof PriorityBlockingQueue) {
      return bounded(HEAP.getInt(queue), Integer.MAX_VALUE);
    } else if (queue.getClass().getName().equals(DELAYED)) {
      return new QueueCounts(DELAYED_SIZE.getInt(queue), dueOf(queue), Integer.MAX_VALUE);
    } else if (queue.getClass() == SynchronousQueue.class) {
      return new QueueCounts(0, 0, 0);
    } else if (queue instanceof LinkedTransferQueue) {
      return bounded(TaskQueue.of(queue).tasks().size(), Integer.MAX_VALUE);
    }
    return new QueueCounts(-1, -1, -1);
  }

  private static QueueCounts bounded(int size, int bound) {
    int known = Math.max(0, size);
    int remaining = bound == Integer.MAX_VALUE ? bound : Math.max(0, bound - known);
    return new QueueCounts(known, known, remaining);
  }

  /** A task that the application has decorated may tell its time by code of its own: not asked. */
  private static int dueOf(Object queue) {
    int due = 0;
    long now = System.nanoTime();
    for (Object task : (Object[]) DELAYED_HEAP.get(queue)) {
      if (DueTime.isNow(task, now)) {
        due++;
      }
    }
    return due;
  }
}
