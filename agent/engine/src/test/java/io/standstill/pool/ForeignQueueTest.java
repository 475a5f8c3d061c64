package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class ForeignQueueTest {
  private final Runnable one = new FutureTask<>(() -> 1);
  private final Runnable other = new FutureTask<>(() -> 2);

  /** A ring with some numbers beside it. */
  private static final class Ring {
    private final Object[] ring = new Object[4];
    private final int[] indexes = new int[2];

    Ring(Runnable... tasks) {
      System.arraycopy(tasks, 0, ring, 0, tasks.length);
      indexes[1] = tasks.length;
    }
  }

  private static final class Linked {
    private Node first;

    void push(Runnable task) {
      first = new Node(task, first);
    }

    private record Node(Runnable item, Node following) {}
  }

  private record Wrapping(LinkedBlockingQueue<Runnable> inner, Object owner) {
    int size() {
      return inner.size() + owner.hashCode();
    }
  }

  /** Not a part of any queue. */
  private record Owner(Runnable closing) {
    void close() {
      closing.run();
    }
  }

  @Test
  void readsARing() {
    assertEquals(
        new TaskQueue(List.of(one, other), true, false), ForeignQueue.read(new Ring(one, other)));
    assertEquals(new TaskQueue(List.of(), true, false), ForeignQueue.read(new Ring()));
  }

  /**
   * An executor whose nodes lie in an array, and whose workers are tasks that know their threads.
   */
  private static final class Padded implements Executor {
    private final Node[] nodes = new Node[3];
    private final Set<Worker> workers = new HashSet<>();

    @Override
    public void execute(Runnable task) {
      nodes[1] = new Node(task);
    }

    private record Node(Runnable task) {}

    private record Worker(Thread thread) implements Runnable {
      @Override
      public void run() {
        thread.interrupt();
      }
    }
  }

  @Test
  void readsNodesInAnArrayAndTakesWorkersForNoTasks() {
    Padded executor = new Padded();
    executor.execute(one);
    executor.workers.add(new Padded.Worker(Thread.currentThread()));

    ForeignQueue content = ForeignQueue.ofExecutor(executor);

    assertEquals(List.of(one), content.tasks());
    assertEquals(List.of(Thread.currentThread()), content.threads().threads());
  }

  @Test
  void readsLinkedNodes() {
    Linked queue = new Linked();
    queue.push(one);
    queue.push(other);

    assertEquals(List.of(other, one), ForeignQueue.read(queue).tasks());
  }

  @Test
  void readsTheQueueInsideButNotTheOwner() {
    Wrapping queue =
        new Wrapping(new LinkedBlockingQueue<>(List.of(one)), new Owner(() -> one.run()));

    assertEquals(List.of(one), ForeignQueue.read(queue).tasks());
  }

  @Test
  void saysWhenThereIsTooMuch() {
    Linked queue = new Linked();
    for (int i = 0; i < 20_000; i++) {
      queue.push(new FutureTask<>(() -> 3));
    }

    assertFalse(ForeignQueue.read(queue).complete());
  }

  /** Neither a collection nor nested in its executor; its nodes are not nested either. */
  private static class LaneQueue {
    final LaneQueueCore core;

    LaneQueue(Runnable... tasks) {
      core = new LaneQueueCore(tasks);
    }
  }

  private record LaneQueueCore(Runnable[] tasks) {}

  /** Its tasks wait in two queues; what it runs when all is over does not wait. */
  private static final class Lane implements Executor {
    final LaneQueue shared;
    final Runnable atLast;
    final Worker worker;
    final List<LaneQueue> all;

    Lane(Runnable queued, Runnable local, Runnable atLast) {
      this.shared = new LaneQueue(queued);
      this.atLast = atLast;
      this.worker = new Worker(new LaneQueue(local));
      this.all = List.of(worker.own);
    }

    @Override
    public void execute(Runnable task) {
      all.get(0).core.tasks[0] = task;
    }

    private static final class Worker extends Thread {
      final LaneQueue own;

      Worker(LaneQueue own) {
        this.own = own;
      }
    }
  }

  @Test
  void readsTheQueuesOfAnExecutorAndItsWorkers() {
    Lane lane = new Lane(one, other, new FutureTask<>(() -> 3));

    ForeignQueue content = ForeignQueue.ofExecutor(lane);
    assertEquals(List.of(one), content.tasks());
    content.addQueuesOf(List.of(Thread.currentThread()));
    assertEquals(List.of(one), content.tasks());
    content.addQueuesOf(List.of(lane.worker));
    content.addQueuesOf(List.of(lane.worker));
    assertEquals(List.of(one, other), content.tasks());
  }

  @Test
  void knowsTheQueuesOfTheJdk() {
    assertTrue(TaskQueue.isKnown(new LinkedBlockingQueue<>()));
    assertFalse(TaskQueue.isKnown(new Ring()));
  }
}
