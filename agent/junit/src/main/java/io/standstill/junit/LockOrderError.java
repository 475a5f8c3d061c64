package io.standstill.junit;

import java.util.List;
import java.util.stream.Collectors;

/** Locks were taken in orders that do not go together. The message is the report. */
public final class LockOrderError extends AssertionError {
  private static final long serialVersionUID = 1L;

  LockOrderError(List<Finding> risks) {
    super(risks.stream().map(Finding::text).collect(Collectors.joining("\n\n")));
  }
}
