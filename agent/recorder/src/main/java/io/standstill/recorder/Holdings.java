package io.standstill.recorder;

/**
 * A copy of one thread's journal.
 *
 * @param moves the journal's counter when the copy was made
 * @param held what the thread holds, oldest first; elements are null where the copy was torn
 * @param pending what the thread waits for or is about to take, or null
 * @param timeoutNanos how long the pending acquisition may take at most; 0 if for ever
 */
public record Holdings(int moves, Entry[] held, Entry pending, long timeoutNanos) {

  /**
   * One lock in a journal.
   *
   * @param lock the monitor or synchronizer itself, as the woven code named it
   * @param site where it was taken: an id of {@link SiteTable}
   * @param tick when it was taken, or when the wait for it began, in ticks of {@link Clock}
   */
  public record Entry(Object lock, int site, int tick) {}
}
