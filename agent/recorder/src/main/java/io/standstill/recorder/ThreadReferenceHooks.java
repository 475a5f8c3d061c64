package io.standstill.recorder;

/** Stands in for method references to {@code Thread}: see {@link LockReferenceHooks}. */
public final class ThreadReferenceHooks {
  private ThreadReferenceHooks() {}

  /** {@code thread::start}. */
  public static void start(int site, Object thread) {
    ForkHooks.starting(thread);
    ((Thread) thread).start();
  }

  /** {@code thread::join}. */
  public static void join(int site, Object thread) throws InterruptedException {
    Journal journal = JoinHooks.joining(thread, null, site);
    try {
      ((Thread) thread).join();
    } finally {
      JoinHooks.joined(journal);
    }
  }

  /** {@code thread::join} with a time. */
  public static void join(int site, Object thread, long millis) throws InterruptedException {
    Journal journal = JoinHooks.joiningWithin(thread, millis, null, site);
    try {
      ((Thread) thread).join(millis);
    } finally {
      JoinHooks.joined(journal);
    }
  }

  /** {@code thread::join} with a finer time. */
  public static void join(int site, Object thread, long millis, int nanos)
      throws InterruptedException {
    Journal journal = JoinHooks.joiningWithin(thread, millis, null, site);
    try {
      ((Thread) thread).join(millis, nanos);
    } finally {
      JoinHooks.joined(journal);
    }
  }
}
