package io.standstill.recorder;

/** Stands in for method references to {@code Thread.start}: see {@link LockReferenceHooks}. */
public final class ForkReferenceHooks {
  private ForkReferenceHooks() {}

  /** {@code thread::start}. */
  public static void start(int site, Object thread) {
    ForkHooks.starting(thread);
    ((Thread) thread).start();
  }
}
