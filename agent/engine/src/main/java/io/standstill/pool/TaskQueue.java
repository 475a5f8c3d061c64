package io.standstill.pool;

import io.standstill.jvm.PrivateField;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;

/**
 * What waits in the queue of a pool, read from the fields of the JDK's queues.
 *
 * @param tasks the tasks, the next one first where the queue has an order, at most {@link #MOST}
 * @param complete false if there may be more: a queue of the application's own, or too long a one
 * @param unbounded whether it takes every task that comes
 */
record TaskQueue(List<Object> tasks, boolean complete, boolean unbounded) {
  /** Longer queues are not read to the end. */
  static final int MOST = 100_000;

  private static final PrivateField ARRAY_ITEMS =
      PrivateField.of(ArrayBlockingQueue.class, "items");
  private static final PrivateField ARRAY_NEXT =
      PrivateField.of(ArrayBlockingQueue.class, "takeIndex");
  private static final PrivateField HEAP = PrivateField.of(PriorityBlockingQueue.class, "queue");
  private static final String DELAYED =
      "java.util.concurrent.ScheduledThreadPoolExecutor$DelayedWorkQueue";
  private static final PrivateField DELAYED_HEAP = PrivateField.of(DELAYED, "queue");
  private static final Chain LINKED = new Chain(LinkedBlockingQueue.class, "head", "item");
  private static final Chain DEQUE = new Chain(LinkedBlockingDeque.class, "first", "item");
  private static final Chain TRANSFER = new Chain(LinkedTransferQueue.class, "head", "item");

  static TaskQueue of(Object queue) {
    boolean own = queue.getClass().getClassLoader() != null;
    if (queue instanceof LinkedBlockingQueue) {
      return chain(LINKED, queue, !own && LINKED.capacity(queue) == Integer.MAX_VALUE);
    } else if (queue instanceof LinkedBlockingDeque) {
      return chain(DEQUE, queue, !own && DEQUE.capacity(queue) == Integer.MAX_VALUE);
    } else if (queue instanceof LinkedTransferQueue) {
      return chain(TRANSFER, queue, !own);
    } else if (queue instanceof ArrayBlockingQueue) {
      Object[] items = (Object[]) ARRAY_ITEMS.get(queue);
      int next = Math.floorMod(ARRAY_NEXT.getInt(queue), Math.max(1, items.length));
      return array(items, next, false);
    } else if (queue instanceof PriorityBlockingQueue) {
      return heap(HEAP.get(queue), !own);
    } else if (queue.getClass().getName().equals(DELAYED)) {
      return heap(DELAYED_HEAP.get(queue), true);
    } else if (queue.getClass() == SynchronousQueue.class) {
      return new TaskQueue(List.of(), true, false);
    }
    return new TaskQueue(List.of(), false, false);
  }

  /** True for the queues of the JDK and those derived from them. */
  static boolean isKnown(Object queue) {
    return queue instanceof LinkedBlockingQueue
        || queue instanceof LinkedBlockingDeque
        || queue instanceof LinkedTransferQueue
        || queue instanceof ArrayBlockingQueue
        || queue instanceof PriorityBlockingQueue
        || queue.getClass().getClassLoader() == null;
  }

  private static TaskQueue chain(Chain chain, Object queue, boolean unbounded) {
    List<Object> tasks = chain.items(queue);
    return new TaskQueue(tasks, tasks.size() < MOST, unbounded);
  }

  private static TaskQueue heap(Object array, boolean unbounded) {
    return array((Object[]) array, 0, unbounded);
  }

  /** The tasks in an array, from an index on round to it again. */
  private static TaskQueue array(Object[] array, int first, boolean unbounded) {
    List<Object> tasks = new ArrayList<>();
    for (int i = 0; i < array.length && tasks.size() < MOST; i++) {
      Object task = array[(first + i) % array.length];
      if (task != null) {
        tasks.add(task);
      }
    }
    return new TaskQueue(tasks, tasks.size() < MOST, unbounded);
  }

  /** A linked queue: nodes with an item and a next one. */
  private static final class Chain {
    private final PrivateField first;
    private final PrivateField capacity;
    private final PrivateField item;
    private final PrivateField next;

    Chain(Class<?> queue, String first, String item) {
      this.first = PrivateField.of(queue, first);
      this.capacity =
          queue == LinkedTransferQueue.class ? null : PrivateField.of(queue, "capacity");
      Class<?> node = this.first.type();
      this.item = PrivateField.of(node, item);
      this.next = PrivateField.of(node, "next");
    }

    int capacity(Object queue) {
      return capacity.getInt(queue);
    }

    List<Object> items(Object queue) {
      List<Object> items = new ArrayList<>();
      Object node = first.get(queue);
      for (int i = 0; node != null && i < MOST; i++) {
        Object task = item.get(node);
        if (task != null && task != node) {
          items.add(task);
        }
        Object following = next.get(node);
        node = following == node ? null : following; // A node that points to itself was removed.
      }
      return items;
    }
  }
}
