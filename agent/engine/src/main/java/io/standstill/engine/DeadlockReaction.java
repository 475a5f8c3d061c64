package io.standstill.engine;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.options.Options.OnDeadlock;

/**
 * Does what {@code on-deadlock} asks for. It comes after all outputs that are written at once, so
 * that the report is out before the JVM ends.
 */
final class DeadlockReaction implements FindingListener {
  private final OnDeadlock wish;

  DeadlockReaction(OnDeadlock wish) {
    this.wish = wish;
  }

  @Override
  public void on(Finding finding) {
    if (wish instanceof OnDeadlock.Halt halt
        && finding.certainty() == Certainty.CERTAIN
        && finding.resolvedAfterMillis() == null) {
      Runtime.getRuntime().halt(halt.status());
    }
  }
}
