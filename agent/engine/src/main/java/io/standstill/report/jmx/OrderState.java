package io.standstill.report.jmx;

import java.util.List;

/** What the prediction tells of itself. Quick, and without a lock that the application can hold. */
public interface OrderState {
  /** Takes in what was observed, and tells all of it. */
  void look();

  /** How many risks of the baseline were seen. */
  int known();

  /** The entries of the baseline that nothing has matched so far. */
  List<String> stale();

  /** True if not all could be looked at. */
  boolean isDegraded();
}
