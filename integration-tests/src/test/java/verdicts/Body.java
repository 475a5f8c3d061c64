package verdicts;

/** What a thread does. */
@FunctionalInterface
public interface Body {
  /** Does it; whatever it throws ends the thread with a stack trace. */
  void run() throws Exception;

  /** The same as a task, with exceptions wrapped. */
  static Runnable task(Body body) {
    return () -> {
      try {
        body.run();
      } catch (RuntimeException failure) {
        throw failure;
      } catch (Exception failure) {
        throw new IllegalStateException(failure);
      }
    };
  }
}
