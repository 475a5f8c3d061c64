package io.standstill.recorder;

import java.lang.ref.WeakReference;

/**
 * Two places: the one waits for ever for what the other has handed to the same pool, on a worker of
 * that pool. Refers to the pool and to the class of the task weakly.
 */
public final class SelfWait {
  private final PoolRecord pool;
  private final int waitSite;
  private final int submitSite;
  private final long threadId;
  private final WeakReference<Class<?>> taskType;

  /** Until the engine takes it: it refers to classes. */
  private volatile StackSnapshot stack = new StackSnapshot();

  /**
   * Whether one wait at least was for what nobody had begun. Who takes back what nobody has begun,
   * and runs it, waits in its own pool for what others are at, and needs no luck.
   */
  private volatile boolean lucky;

  /** -1 until one wait has ended. Racy on purpose. */
  private volatile int longestTicks = -1;

  SelfWait(PoolRecord pool, int waitSite, int submitSite, long threadId, Class<?> taskType) {
    this.pool = pool;
    this.waitSite = waitSite;
    this.submitSite = submitSite;
    this.threadId = threadId;
    this.taskType = new WeakReference<>(taskType);
  }

  boolean isOf(PoolRecord pool, int waitSite, int submitSite) {
    return this.pool == pool && this.waitSite == waitSite && this.submitSite == submitSite;
  }

  void began(boolean taskIsBegun) {
    if (!taskIsBegun && !lucky) {
      lucky = true;
    }
  }

  void ended(int ticks) {
    if (ticks > longestTicks) {
      longestTicks = ticks;
    }
  }

  /** The pool. */
  public PoolRecord pool() {
    return pool;
  }

  /** Number of the site that waits. */
  public int waitSite() {
    return waitSite;
  }

  /** Number of the site that hands over the task; 0 if it is not known. */
  public int submitSite() {
    return submitSite;
  }

  /** Id of the first thread that was seen waiting so. */
  public long threadId() {
    return threadId;
  }

  /** Class of the first task that was waited for so; null if it is not known. */
  public Class<?> taskType() {
    return taskType.get();
  }

  /** The stack of the first such wait, innermost frame first; null if it was taken before. */
  public StackTraceElement[] takeStack() {
    StackSnapshot known = stack;
    stack = null;
    return known == null ? null : known.getStackTrace();
  }

  /** True if such a wait has come to an end, and one was for a task that nobody had begun. */
  public boolean wasLucky() {
    return longestTicks >= 0 && lucky;
  }

  /** How long the longest wait took that has ended, in milliseconds; 0 if less than a tick. */
  public long longestMillis() {
    return (long) longestTicks * Clock.TICK_MILLIS;
  }
}
