package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import java.util.List;

/**
 * A thread that parks on a synchronizer with an exclusive owner: {@code ReentrantLock}, and foreign
 * locks built the same way. Of the JDK's own it is certain that none but the owner releases it.
 */
final class OwnedLockRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Thread owner = Synchronizers.owner(subject.parkedOn());
    if (owner == null) {
      return null;
    }
    return Synchronizers.isJdk(subject.parkedOn())
        ? Wait.proven(subject, WaitType.LOCK, evidence.lockOf(subject), owner)
        : Wait.byHistory(
            subject,
            WaitType.LOCK,
            evidence.lockOf(subject),
            Need.ALL,
            ThreadSet.of(List.of(owner)));
  }
}
