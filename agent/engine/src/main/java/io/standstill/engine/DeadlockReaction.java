package io.standstill.engine;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.options.Options.OnDeadlock;
import io.standstill.report.JmxReport;
import java.util.concurrent.TimeUnit;

/**
 * Does what {@code on-deadlock} asks for. It comes after all outputs, so that the report is out
 * before the JVM ends; JMX clients get a moment to hear of it. Outputs that are blocked put it off
 * only so long.
 */
final class DeadlockReaction {
  private static final long JMX_MILLIS = 500;
  private static final long OUTPUTS_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final OnDeadlock wish;

  /** When the first finding came that ends the JVM; written once, by the detector's thread. */
  private volatile Long expectedSince;

  DeadlockReaction(OnDeadlock wish) {
    this.wish = wish;
  }

  /** Called by the detector's thread, before the outputs hear of it. */
  void expect(Finding finding) {
    if (expectedSince == null && endsJvm(finding)) {
      expectedSince = System.nanoTime();
    }
  }

  /** Called after the outputs were told. */
  void after(Finding finding, JmxReport jmx) {
    if (endsJvm(finding)) {
      try {
        jmx.flush(JMX_MILLIS);
      } catch (InterruptedException hurry) {
        // The JVM ends anyway.
      }
      halt();
    }
  }

  /** To be called now and then. */
  void haltIfOverdue() {
    Long since = expectedSince;
    if (since != null && System.nanoTime() - since > OUTPUTS_NANOS) {
      halt();
    }
  }

  private boolean endsJvm(Finding finding) {
    return wish instanceof OnDeadlock.Halt
        && finding.kind().isDeadlock()
        && finding.certainty() == Certainty.CERTAIN
        && finding.resolvedAfterMillis() == null;
  }

  private void halt() {
    if (wish instanceof OnDeadlock.Halt halt) {
      Runtime.getRuntime().halt(halt.status());
    }
  }
}
