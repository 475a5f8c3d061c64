package io.standstill.recorder;

import java.lang.ref.WeakReference;

/**
 * What a worker has to do with its own pool: the futures that the task it runs has handed to it,
 * with the places, and the wait for one of them. Futures are kept weakly, and only until that task
 * ends; of many, the first ones and the last ones. For the owner only.
 */
final class OwnSubmissions {
  /** In the place of a site: this thread has not handed it over, as far as is remembered. */
  static final int NONE = -1;

  private static final int FIRST = 16;
  private static final int LAST = 16;

  /** Null unless the thread waits. That a wait ended by an exception is noticed a little later. */
  private SelfWait waiting;

  /** The tick when that wait began. */
  private int since;

  private final Submission[] kept = new Submission[FIRST + LAST];
  private int count;

  /** One future, and where its task was handed over; 0 if that is not known. */
  private static final class Submission extends WeakReference<Object> {
    final int site;

    Submission(Object future, int site) {
      super(future);
      this.site = site;
    }
  }

  void add(Object future, int site) {
    kept[count < FIRST ? count : FIRST + count % LAST] = new Submission(future, site);
    count++;
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Where the task was handed over for which a plain future stands, or {@link #NONE}. */
  int siteOfPlain(Object future) {
    for (int i = 0; i < kept.length && kept[i] != null; i++) {
      if (kept[i].refersTo(future)) {
        return kept[i].site;
      }
    }
    return NONE;
  }

  /** Where a task was handed over whose result comes into this queue, or {@link #NONE}. */
  int siteOfPartFor(Object queue) {
    for (int i = 0; i < kept.length && kept[i] != null; i++) {
      Object future = kept[i].get();
      if (CompletionServices.isFor(queue, future) && PlainFutures.isPending(future)) {
        return kept[i].site;
      }
    }
    return NONE;
  }

  /** Where the task was handed over without which a stage does not complete, or {@link #NONE}. */
  int siteBehindStage(Object stage) {
    for (int i = 0; i < kept.length && kept[i] != null; i++) {
      Object future = kept[i].get();
      if (StagedFutures.isStage(future)
          && StagedFutures.isPending(future)
          && StagedFutures.waitsFor(stage, future)) {
        return kept[i].site;
      }
    }
    return NONE;
  }

  boolean isWaiting() {
    return waiting != null;
  }

  void begin(SelfWait wait) {
    waiting = wait;
    since = Clock.tick;
  }

  /** The wait that is over now, or null if there was none. */
  SelfWait end() {
    SelfWait ended = waiting;
    if (ended != null) {
      waiting = null;
      ended.ended(Clock.tick - since);
    }
    return ended;
  }

  /** The task has ended. */
  void clear() {
    for (int i = 0; count > 0 && i < kept.length; i++) {
      kept[i] = null;
    }
    count = 0;
  }
}
