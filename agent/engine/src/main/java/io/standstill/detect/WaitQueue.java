package io.standstill.detect;

import io.standstill.jvm.PrivateField;
import java.util.List;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.StampedLock;

/**
 * The queue inside a synchronizer. It is first in, first out: whoever is queued cannot go before
 * the one ahead. Read racily; for threads that stand still the answer is stable.
 */
final class WaitQueue {
  private static final List<WaitQueue> KINDS =
      List.of(
          new WaitQueue(AbstractQueuedSynchronizer.class),
          new WaitQueue(AbstractQueuedLongSynchronizer.class),
          new WaitQueue(StampedLock.class));
  private static final PrivateField COMPANIONS =
      PrivateField.of("java.util.concurrent.locks.StampedLock$ReaderNode", "cowaiters");
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
  record Place(boolean shared, Thread ahead) {}

  /** Where a thread stands in the queue of a synchronizer, or null if it does not. */
  static Place of(Thread thread, Object synchronizer) {
    for (WaitQueue kind : KINDS) {
      if (kind.type.isInstance(synchronizer)) {
        return kind.find(thread, synchronizer);
      }
    }
    return null;
  }

  private Place find(Thread thread, Object synchronizer) {
    Object node = tail.get(synchronizer);
    for (int steps = 0; node != null && steps < LONGEST; steps++) {
      Object before = previous.get(node);
      if (holds(node, thread)) {
        boolean shared = node.getClass().getSimpleName().matches("SharedNode|ReaderNode");
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
