package io.standstill.detect.probe;

import io.standstill.jvm.PrivateField;
import io.standstill.jvm.Threads;
import java.util.List;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;

/**
 * What a parked thread waits for. A thread that was signalled while it awaited a condition stays
 * parked there, and says so, though it waits for the lock by then: it stands in the lock's queue.
 */
public final class ParkBlocker {
  private record Condition(Class<?> type, PrivateField lock) {
    Condition(Class<?> type) {
      this(type, PrivateField.of(type, "this$0"));
    }
  }

  private static final List<Condition> CONDITIONS =
      List.of(
          new Condition(AbstractQueuedSynchronizer.ConditionObject.class),
          new Condition(AbstractQueuedLongSynchronizer.ConditionObject.class));

  private ParkBlocker() {}

  /** The synchronizer or other object that a thread in this state parks on, or null. */
  public static Object of(Thread thread, Thread.State state) {
    Object blocker = Threads.isWaiting(state) ? LockSupport.getBlocker(thread) : null;
    if (blocker != null) {
      for (Condition condition : CONDITIONS) {
        if (condition.type().isInstance(blocker)) {
          Object lock = condition.lock().get(blocker);
          return WaitQueue.of(thread, lock) == null ? blocker : lock;
        }
      }
    }
    return blocker;
  }
}
