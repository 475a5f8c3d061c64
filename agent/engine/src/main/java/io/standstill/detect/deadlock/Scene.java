package io.standstill.detect.deadlock;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.waits.Analysis;
import io.standstill.detect.waits.Situation;
import io.standstill.jvm.ThreadSet;
import java.util.Collection;
import java.util.List;

/**
 * What one look is about.
 *
 * @param threads who is alive
 * @param suspects who seems to stand still
 * @param inits who initialises classes
 * @param patient who has waited for long at a latch
 * @param stalled who has waited for long for a signal
 */
record Scene(
    Evidence.Sources sources,
    Collection<Thread> threads,
    ThreadSet suspects,
    ClassInits inits,
    ThreadSet patient,
    ThreadSet stalled) {

  Scene with(ThreadSet otherSuspects) {
    return new Scene(sources, threads, otherSuspects, inits, patient, stalled);
  }

  Scene with(ClassInits otherInits) {
    return new Scene(sources, threads, suspects, otherInits, patient, stalled);
  }

  /** The JVM is asked anew. */
  Evidence evidence() {
    return new Evidence(sources, threads, inits, patient, stalled);
  }

  /** Where the suspects stand still because of each other, as they are now. */
  List<Situation> situations() {
    return suspects.isEmpty() ? List.of() : new Analysis(evidence(), suspects).situations();
  }
}
