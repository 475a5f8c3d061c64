package io.standstill.recorder;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Called around {@code Thread.join}, to publish which thread is waited for. */
public final class JoinHooks {
  private JoinHooks() {}

  /** Before {@code join()}; the receiver may turn out to be no thread. */
  public static Journal joining(Object receiver, Journal journal, int site) {
    return receiver instanceof Thread ? AwaitHooks.publish(receiver, journal, site) : journal;
  }

  /** Before {@code join(millis)}: 0 means for ever. */
  public static Journal joiningWithin(Object receiver, long millis, Journal journal, int site) {
    if (!(receiver instanceof Thread)) {
      return journal;
    }
    return joining((Thread) receiver, TimeUnit.MILLISECONDS.toNanos(millis), journal, site);
  }

  /** Before {@code join(duration)}, which does not wait if that is not positive. */
  public static Journal joiningWithin(Object receiver, Duration time, Journal journal, int site) {
    if (!(receiver instanceof Thread) || time == null) {
      return journal;
    }
    long nanos = TimeUnit.NANOSECONDS.convert(time); // At most about 292 years.
    return joining((Thread) receiver, Math.max(1, nanos), journal, site);
  }

  private static Journal joining(Thread joined, long nanos, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      own.intend(joined, site, nanos);
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
