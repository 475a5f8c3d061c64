package io.standstill.recorder;

/** Called around {@code monitorenter} and {@code monitorexit}, and inside synchronized methods. */
public final class MonitorHooks {
  private MonitorHooks() {}

  /**
   * Before {@code monitorenter}: the thread is about to take the monitor.
   *
   * @param journal the journal found earlier in the same method call, or null
   * @return the journal, for the other hooks of this method call
   */
  public static Journal entering(Object lock, Journal journal, int site) {
    Journal own = journal != null ? journal : Journals.current();
    if (own != null) {
      if (own.top > 0) {
        Order.taking(own, lock, site, false);
      }
      own.intend(lock, site);
    }
    return own;
  }

  /** After {@code monitorenter}. */
  public static void entered(Journal journal) {
    if (journal != null) {
      journal.enter();
    }
  }

  /** After {@code monitorexit}, and at the end of a synchronized method. */
  public static void exited(Object lock, Journal journal) {
    if (journal != null) {
      journal.remove(lock);
    }
  }

  /** First in a synchronized method: the JVM has taken the monitor already. */
  public static Journal held(Object lock, int site) {
    Journal own = Journals.current();
    if (own != null) {
      if (own.top > 0) {
        Order.taking(own, lock, site, true);
      }
      own.push(lock, site);
    }
    return own;
  }

  /** First in a synchronized method that lets go before anything else can be taken. */
  public static void passing(Object lock, int site) {
    Journal own = Journals.existing();
    if (own != null && own.top > 0) {
      Order.taking(own, lock, site, true);
    }
  }
}
