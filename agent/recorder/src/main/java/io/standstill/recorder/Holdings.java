package io.standstill.recorder;

import java.util.List;

/**
 * A copy of one thread's journal.
 *
 * @param moves the journal's counter when the copy was made
 * @param held what the thread holds, oldest first; elements are null where the copy was torn
 * @param pending what the thread waits for or is about to take, or null
 * @param foreign the foreign locks that it may be about to take, innermost first: any may be left
 *     over from a {@code lock()} that threw
 * @param borrowing the pools of objects that it may be about to borrow from, in the same way
 */
public record Holdings(
    int moves, Entry[] held, Entry pending, List<Entry> foreign, List<Entry> borrowing) {

  /**
   * One lock in a journal.
   *
   * @param lock the monitor or synchronizer itself, as the woven code named it
   * @param site where it was taken: an id of {@link SiteTable}
   * @param tick when it was taken, or when the wait for it began, in ticks of {@link Clock}
   * @param timeoutNanos how long the wait for it may take at most; 0 if for ever, or not known
   */
  public record Entry(Object lock, int site, int tick, long timeoutNanos) {
    static Entry of(Object lock, long mark, long timeoutNanos) {
      return new Entry(lock, Mark.site(mark), Mark.tick(mark), timeoutNanos);
    }
  }
}
