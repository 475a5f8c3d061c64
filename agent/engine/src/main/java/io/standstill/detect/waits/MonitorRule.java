package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.ThreadFacts;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.recorder.Holdings;
import io.standstill.recorder.Site;

/** A thread that enters a monitor, or enters it again after {@code Object.wait}. */
final class MonitorRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    if (subject.state() != Thread.State.BLOCKED) {
      return null;
    }
    ThreadFacts facts = subject.facts();
    if (facts != null && facts.blockedOn() != null) {
      Thread owner = evidence.monitorOwners().of(facts);
      return owner == null
          ? null
          : Wait.proven(subject, WaitType.MONITOR, facts.blockedOn(), owner);
    }
    return byJournals(subject, evidence);
  }

  /** Before JDK 25 the JVM does not tell what a virtual thread is blocked on. */
  private static Wait byJournals(Subject subject, Evidence evidence) {
    Holdings.Entry pending = subject.pending(Site.Kind.MONITOR);
    if (pending == null) {
      return null;
    }
    ThreadSet owners = new ThreadSet();
    evidence.holders().of(pending.lock()).forEach(holder -> owners.add(holder.thread()));
    return owners.isEmpty()
        ? null
        : Wait.byHistory(subject, WaitType.MONITOR, LockRef.of(pending.lock()), Need.ALL, owners);
  }
}
