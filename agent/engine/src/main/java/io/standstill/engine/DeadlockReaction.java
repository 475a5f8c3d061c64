package io.standstill.engine;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.options.OnDeadlock;
import io.standstill.report.jmx.JmxReport;
import java.util.concurrent.TimeUnit;

/**
 * Does what {@code on-deadlock} asks for. It comes after all outputs, so that the report is out
 * before the JVM ends; JMX clients get a moment to hear of it. Outputs that are blocked put it off
 * only so long.
 */
final class DeadlockReaction {
  private static final long JMX_MILLIS = 500;
  private static final long OUTPUTS_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** Null if nothing is wished for. */
  private final Halt halt;

  /** When the first finding came that ends the JVM; written by the detector's thread. */
  private volatile Long expectedSince;

  DeadlockReaction(OnDeadlock wish) {
    this.halt = wish instanceof OnDeadlock.Halt wished ? new Halt(wished.status()) : null;
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
      halt.now();
    }
  }

  /** To be called now and then. */
  void haltIfOverdue() {
    Long since = expectedSince;
    if (since != null && System.nanoTime() - since > OUTPUTS_NANOS) {
      expectedSince = null; // If it is refused once, it always will be.
      halt.now();
    }
  }

  private boolean endsJvm(Finding finding) {
    return halt != null
        && finding.kind().isDeadlock()
        && finding.certainty() == Certainty.CERTAIN
        && finding.resolvedAfterMillis() == null;
  }
}
