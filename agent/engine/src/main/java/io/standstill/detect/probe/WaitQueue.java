package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.Threads;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.StampedLock;

/**
 * The queue inside a synchronizer. It is first in, first out: whoever is queued cannot go before
 * the one ahead. Read racily; for threads that stand still the answer is stable.
 */
public final class WaitQueue {
  private static final List<WaitQueue> KINDS =
      List.of(
          new WaitQueue(AbstractQueuedSynchronizer.class),
          new WaitQueue(AbstractQueuedLongSynchronizer.class),
          new WaitQueue(StampedLock.class));
  private static final PrivateField COMPANIONS =
      PrivateField.of("java.util.concurrent.locks.StampedLock$ReaderNode", "cowaiters");
  private static final Set<String> SHARED = Set.of("SharedNode", "ReaderNode");
  private static final int LONGEST = 20_000;

  private final Class<?> type;
  private final PrivateField tail;
  private final PrivateField previous;
  private final PrivateField waiter;

  private WaitQueue(Class<?> type) {
    this.type = type;
    this.tail = PrivateField.of(type, "tail");
    this.previous = PrivateField.of(type.getName() + "$Node", "prev");
    this.waiter = PrivateField.of(type.getName() + "$Node", "waiter");
  }

  /**
   * A thread's place.
   *
   * @param shared whether it asks for the lock in shared mode
   * @param ahead who must leave the queue first, or null if it is the next
   */
  public record Place(boolean shared, Thread ahead) {}

  /** Where a thread stands in the queue of a synchronizer, or null if it does not. */
  public static Place of(Thread thread, Object synchronizer) {
    for (WaitQueue kind : KINDS) {
      if (kind.type.isInstance(synchronizer)) {
        return kind.find(thread, synchronizer);
      }
    }
    return null;
  }

  /** The queues of one moment, each read once. */
  public static final class Index {
    private final Map<Object, Map<Long, Integer>> nodes = new IdentityHashMap<>();

    /**
     * A number for the node of a thread in the queue of a synchronizer, which it keeps from the
     * beginning of its wait to the end; 0 if it is not queued.
     */
    public int node(Thread thread, Object synchronizer) {
      return nodes
          .computeIfAbsent(synchronizer, WaitQueue::nodesOf)
          .getOrDefault(Threads.id(thread), 0);
    }
  }

  private static Map<Long, Integer> nodesOf(Object synchronizer) {
    Map<Long, Integer> nodes = new HashMap<>();
    for (WaitQueue kind : KINDS) {
      if (kind.type.isInstance(synchronizer)) {
        Object node = kind.tail.get(synchronizer);
        for (int steps = 0; node != null && steps < LONGEST; steps++) {
          kind.note(node, nodes);
          node = kind.previous.get(node);
        }
      }
    }
    return nodes;
  }

  private void note(Object node, Map<Long, Integer> nodes) {
    Object each = node;
    boolean reader = node.getClass().getSimpleName().equals("ReaderNode");
    for (int steps = 0; each != null && steps < LONGEST; steps++) {
      if (waiter.get(each) instanceof Thread thread) {
        nodes.put(Threads.id(thread), System.identityHashCode(each));
      }
      each = reader ? COMPANIONS.get(each) : null;
    }
  }

  private Place find(Thread thread, Object synchronizer) {
    Object node = tail.get(synchronizer);
    for (int steps = 0; node != null && steps < LONGEST; steps++) {
      Object before = previous.get(node);
      if (holds(node, thread)) {
        boolean shared = SHARED.contains(node.getClass().getSimpleName());
        return new Place(shared, before == null ? null : (Thread) waiter.get(before));
      }
      node = before;
    }
    return null;
  }

  private boolean holds(Object node, Thread thread) {
    if (waiter.get(node) == thread) {
      return true;
    }
    if (node.getClass().getSimpleName().equals("ReaderNode")) {
      Object companion = COMPANIONS.get(node);
      for (int steps = 0; companion != null && steps < LONGEST; steps++) {
        if (waiter.get(companion) == thread) {
          return true;
        }
        companion = COMPANIONS.get(companion);
      }
    }
    return false;
  }
}
