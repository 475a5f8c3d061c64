package io.standstill.recorder;

import java.util.concurrent.TimeUnit;

/** Called around {@code Thread.join}, to publish which thread is waited for. */
public final class JoinHooks {
  private JoinHooks() {}

  /** Before {@code join()}; the receiver may turn out to be no thread. */
  public static Journal joining(Object receiver, Journal journal, int site) {
    return receiver instanceof Thread ? AwaitHooks.awaiting(receiver, journal, site) : journal;
  }

  /** Before {@code join(millis)}: 0 means for ever. */
  public static Journal joiningWithin(Object receiver, long millis, Journal journal, int site) {
    if (!(receiver instanceof Thread)) {
      return journal;
    }
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      own.intend(receiver, site, TimeUnit.MILLISECONDS.toNanos(millis));
    }
    return own;
  }

  /** After {@code join}. */
  public static void joined(Journal journal) {
    if (journal != null) {
      ForkHooks.joined(journal);
      journal.giveUp();
    }
  }
}
