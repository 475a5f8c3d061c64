package io.standstill.junit;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Threads stand still. The message is the report; each stuck thread is a suppressed exception with
 * that thread's stack, so that tools link to the lines.
 */
public final class DeadlockFoundError extends AssertionError {
  private static final long serialVersionUID = 1L;

  /**
   * An error that tells of these findings.
   *
   * @param cause what the test itself threw when it was interrupted, or null
   */
  DeadlockFoundError(List<Finding> findings, Throwable cause) {
    this(findings.stream().map(Finding::text).collect(Collectors.joining("\n\n")), findings, cause);
  }

  /** The same in other words. */
  DeadlockFoundError(String message, List<Finding> findings, Throwable cause) {
    super(message, cause);
    for (Finding finding : findings) {
      for (StuckThread thread : finding.threads()) {
        addSuppressed(new StuckThreadTrace(thread));
      }
    }
  }

  /** Where one thread stands. */
  private static final class StuckThreadTrace extends Throwable {
    private static final long serialVersionUID = 1L;

    StuckThreadTrace(StuckThread thread) {
      super("\"" + thread.name() + "\" #" + thread.id() + " stands here", null, true, true);
      setStackTrace(thread.stack().toArray(StackTraceElement[]::new));
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }
}
