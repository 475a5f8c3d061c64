package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.Subject;
import java.util.List;

/** Explains one kind of wait: one primitive, one rule. */
interface WaitRule {
  /**
   * What the thread waits for, or null if this rule does not apply or the wait is open: someone
   * unknown may end it, so the thread counts as live.
   */
  Wait explain(Subject subject, Evidence evidence);

  /** All rules, the JVM's own word before history. */
  List<WaitRule> ALL =
      List.of(
          new ClassInitRule(),
          new MonitorRule(),
          new ReadWriteLockRule(),
          new StampedLockRule(),
          new SemaphoreRule(),
          new OwnedLockRule(),
          new LockTurnRule(),
          new JoinRule(),
          new FutureRule(),
          new CompletionRule(),
          new ForkJoinRule(),
          new PoolEndRule(),
          new GateRule(),
          new LoanRule(),
          new SignalRule(),
          new ForeignLockRule(),
          new CarrierRule(),
          new PinnedRule());
}
