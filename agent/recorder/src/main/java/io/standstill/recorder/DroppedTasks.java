package io.standstill.recorder;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * The tasks that pools have dropped of late: those that {@code shutdownNow} took out of the queue,
 * and those that were rejected. A ring, so that it never grows; tasks are held weakly. Any thread
 * writes, the engine reads: a slot that is overwritten before it was read is lost, and nothing is
 * said of its task.
 */
public final class DroppedTasks {
  /** A power of two. */
  private static final int SIZE = 1 << 8;

  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(Dropped[].class);
  private static final Dropped[] RING = new Dropped[SIZE];

  /** Racy on purpose: two that write at once may lose one of their tasks. */
  private static int written;

  private DroppedTasks() {}

  /** A task that was dropped. Its pool is a reference too: both are held weakly. */
  public static final class Dropped extends WeakReference<Object> {
    private final WeakReference<Object> pool;
    private final boolean rejected;

    Dropped(Object task, Object pool, boolean rejected) {
      super(task);
      this.pool = new WeakReference<>(pool);
      this.rejected = rejected;
    }

    /** The pool, or null if it is gone. */
    public Object pool() {
      return pool.get();
    }

    /** True if it was rejected; false if {@code shutdownNow} took it out of the queue. */
    public boolean isRejected() {
      return rejected;
    }
  }

  static void add(Object task, Object pool, boolean rejected) {
    SLOT.setRelease(RING, written++ & SIZE - 1, new Dropped(task, pool, rejected));
  }

  /** Those that came since the last call. To be called by one thread at a time. */
  public static List<Dropped> take() {
    List<Dropped> taken = new ArrayList<>();
    for (int i = 0; i < SIZE; i++) {
      Dropped dropped = (Dropped) SLOT.getAcquire(RING, i);
      if (dropped != null && SLOT.compareAndSet(RING, i, dropped, (Dropped) null)) {
        taken.add(dropped);
      }
    }
    return taken;
  }
}
