package io.standstill.recorder;

import java.util.ArrayList;
import jdk.internal.vm.annotation.DontInline;

/** Called from the constructors and the rare or first steps of thread pools. */
public final class PoolHooks {
  /** Of more tasks that are dropped at once, the others go unnoticed. */
  private static final int MOST_DROPPED = 100;

  /** For threads without a journal. Racy on purpose. */
  private static int seed = 1;

  private PoolHooks() {}

  /**
   * At the end of a pool's constructor. That of a subclass may still run: nothing is called on the
   * pool.
   */
  public static void created(Object pool) {
    try {
      PoolRecords.add(pool, new StackSnapshot());
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /** First in {@code execute}. */
  public static void submitting(Object pool, Object task) {
    PoolRecord record = PoolRecords.findWanting(pool);
    if (record != null && task != null) {
      submitting(pool, record, task);
    }
  }

  @DontInline
  private static void submitting(Object pool, PoolRecord record, Object task) {
    SelfWaits.submitting(pool, record, task);
    if (!record.isReady()) {
      return;
    }
    try {
      int mask = record.mask;
      if (mask == 0 || (random() & mask) == 0) {
        record.sample(task);
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /**
   * Before a pool schedules a task, be it for now or for later. How long that waits is not
   * measured.
   */
  public static void scheduling(Object pool, Object task) {
    PoolRecord record = PoolRecords.find(pool);
    if (record != null && task != null) {
      SelfWaits.submitting(pool, record, task);
    }
  }

  /** Makes no journal: a thread that does nothing but submit, once perhaps, needs none. */
  private static int random() {
    Journal own = Journals.existing();
    if (own != null) {
      return own.work().random();
    }
    int x = Work.scramble(seed);
    seed = x;
    return x;
  }

  /** Before a pool rejects a task. */
  public static void rejecting(Object pool, Object task) {
    PoolRecord record = PoolRecords.find(pool);
    if (record != null) {
      record.rejecting(task);
    }
    try {
      DroppedTasks.add(task, pool, true);
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }

  /**
   * Last in {@code shutdownNow}.
   *
   * @param tasks those that will not run
   */
  public static void dropping(Object tasks, Object pool) {
    try {
      if (tasks instanceof ArrayList<?> list) {
        for (int i = 0; i < list.size() && i < MOST_DROPPED; i++) {
          DroppedTasks.add(list.get(i), pool, false);
        }
      }
    } catch (Throwable failure) {
      Failures.count(failure);
    }
  }
}
