package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.Subject;
import io.standstill.detect.probe.Synchronizers;
import io.standstill.detect.probe.WaitQueue;
import io.standstill.finding.WaitType;
import io.standstill.jvm.ThreadSet;

/**
 * A thread that waits for a {@code ReentrantReadWriteLock}. A reader waits for the writer inside,
 * or for whoever is queued ahead of it; a writer also waits for every reader inside, itself
 * included if it tries to upgrade.
 */
final class ReadWriteLockRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    Object sync = subject.parkedOn();
    if (!Synchronizers.isReadWriteLock(sync)) {
      return null;
    }
    WaitQueue.Place place = WaitQueue.of(subject.thread(), sync);
    if (place == null) {
      return null;
    }
    ThreadSet owners = new ThreadSet();
    Thread writer = Synchronizers.owner(sync);
    if (writer != null) {
      owners.add(writer);
    }
    if (!place.shared()) {
      owners.addAll(evidence.readers().of(sync));
    }
    if (place.ahead() != null) {
      owners.add(place.ahead());
    }
    WaitType type = place.shared() ? WaitType.READ_LOCK : WaitType.WRITE_LOCK;
    return owners.isEmpty() ? null : Wait.proven(subject, type, evidence.lockOf(subject), owners);
  }
}
