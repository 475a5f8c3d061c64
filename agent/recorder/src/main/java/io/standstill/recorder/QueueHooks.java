package io.standstill.recorder;

/**
 * Called before an element is taken from a blocking queue: who takes from a queue is who would run
 * the tasks in it, if tasks they are.
 */
public final class QueueHooks {
  private QueueHooks() {}

  /** Before {@code take}, {@code poll} and the like; returns the journal for later hooks. */
  public static Journal taking(Object queue, Journal journal) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null && queue != null) {
      own.takesFrom(queue);
    }
    return own;
  }
}
