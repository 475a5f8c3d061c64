package io.standstill.finding;

/** Wants to hear of findings. Called by the detector's thread, which it must not block. */
@FunctionalInterface
public interface FindingListener {
  /** A situation was found, or, if {@code resolvedAfterMillis} is set, has ended. */
  void on(Finding finding);
}
