package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;

class TaskQueueTest {
  private static TaskQueue read(Queue<String> queue, String... tasks) {
    queue.addAll(List.of(tasks));
    return TaskQueue.of(queue);
  }

  private static void assertReads(Queue<String> queue, boolean unbounded) {
    assertEquals(new TaskQueue(List.of(), true, unbounded), TaskQueue.of(queue));
    assertEquals(List.of("a", "b", "c"), read(queue, "a", "b", "c").tasks());
    queue.remove();
    assertEquals(
        new TaskQueue(List.of("b", "c", "d"), true, unbounded), read(queue, "d"), "after a take");
    queue.remove("c");
    assertEquals(List.of("b", "d"), TaskQueue.of(queue).tasks(), "after a removal");
  }

  @Test
  void readsLinkedQueues() {
    assertReads(new LinkedBlockingQueue<>(), true);
    assertReads(new LinkedBlockingQueue<>(4), false);
    assertReads(new LinkedBlockingDeque<>(), true);
    assertReads(new LinkedBlockingDeque<>(4), false);
    assertReads(new LinkedTransferQueue<>(), true);
  }

  @Test
  void readsARing() {
    assertReads(new ArrayBlockingQueue<>(3), false);
  }

  @Test
  void readsAHeapWithTheNextOneFirst() {
    TaskQueue seen = read(new PriorityBlockingQueue<>(), "c", "a", "b");

    assertEquals("a", seen.tasks().get(0));
    assertEquals(3, seen.tasks().size());
    assertTrue(seen.unbounded());
  }

  @Test
  void nothingWaitsInASynchronousQueue() {
    assertEquals(
        new TaskQueue(List.of(), true, false), TaskQueue.of(new SynchronousQueue<String>()));
  }

  @Test
  void aQueueThatIsNotKnownMayHoldAnything() {
    assertFalse(TaskQueue.of(new ConcurrentLinkedQueue<String>()).complete());
  }

  /** Its {@code offer} may be overridden, as in pools that grow before they queue. */
  @Test
  void aQueueOfTheApplicationMayRefuseTasks() {
    Queue<String> eager =
        new LinkedBlockingQueue<>() {
          private static final long serialVersionUID = 1;

          @Override
          public boolean offer(String task) {
            return false;
          }
        };

    assertFalse(TaskQueue.of(eager).unbounded());
  }
}
