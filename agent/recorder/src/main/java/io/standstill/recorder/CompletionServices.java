package io.standstill.recorder;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads {@code ExecutorCompletionService}: whether its next result is there, and which tasks it
 * would come from. Only of services with the queue that they make themselves. Calls nothing that
 * the application can override.
 */
final class CompletionServices {
  private static final String NAME = "ExecutorCompletionService";
  private static final JdkField QUEUE = new JdkField(NAME, "completionQueue");
  private static final JdkField PART = new JdkField(NAME + "$QueueingFuture", "task");
  private static final JdkField PART_QUEUE =
      new JdkField(NAME + "$QueueingFuture", "completionQueue");
  private static final JdkField COUNT = new JdkField("LinkedBlockingQueue", "count");

  private CompletionServices() {}

  static boolean isService(Object awaited) {
    return QUEUE.isIn(awaited);
  }

  /** The queue of a service if no result is there, else null. */
  static Object emptyQueueOf(Object service) {
    Object queue = QUEUE.get(service);
    boolean empty = COUNT.isIn(queue) && ((AtomicInteger) COUNT.get(queue)).get() == 0;
    return empty ? queue : null;
  }

  /** True for a task whose result comes into this queue. */
  static boolean isFor(Object queue, Object task) {
    return PART_QUEUE.isIn(task) && PART_QUEUE.get(task) == queue;
  }

  /** What the service has put its own task around; any other task itself. */
  static Object unwrapped(Object task) {
    return PART.isIn(task) ? PART.get(task) : task;
  }
}
