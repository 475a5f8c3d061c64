package io.standstill.engine;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.FindingListener;
import io.standstill.options.Options.OnDeadlock;
import io.standstill.report.JmxReport;

/**
 * Does what {@code on-deadlock} asks for. It comes after all outputs, so that the report is out
 * before the JVM ends; JMX clients get a moment to hear of it.
 */
final class DeadlockReaction implements FindingListener {
  private static final long JMX_MILLIS = 500;

  private final OnDeadlock wish;
  private final JmxReport jmx;

  DeadlockReaction(OnDeadlock wish, JmxReport jmx) {
    this.wish = wish;
    this.jmx = jmx;
  }

  @Override
  public void on(Finding finding) {
    if (wish instanceof OnDeadlock.Halt halt
        && finding.certainty() == Certainty.CERTAIN
        && finding.resolvedAfterMillis() == null) {
      try {
        jmx.flush(JMX_MILLIS);
      } catch (InterruptedException hurry) {
        // The JVM ends anyway.
      }
      Runtime.getRuntime().halt(halt.status());
    }
  }
}
