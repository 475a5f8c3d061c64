package io.standstill.detect.waits;

import io.standstill.detect.evidence.Evidence;
import io.standstill.detect.evidence.Wait;
import io.standstill.detect.probe.ClassInits;
import io.standstill.detect.probe.LockRef;
import io.standstill.detect.probe.Subject;
import io.standstill.finding.Certainty;
import io.standstill.finding.WaitType;
import io.standstill.graph.Need;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.HashSet;
import java.util.Set;

/**
 * A thread that waits until another has initialised a class.
 *
 * <p>The one that initialises a class either runs its {@code <clinit>}, or is still busy with a
 * superclass: running that one's {@code <clinit>}, or waiting for it. In the second case it is one
 * of several candidates, and the wait ends if any of them goes on.
 */
final class ClassInitRule implements WaitRule {
  @Override
  public Wait explain(Subject subject, Evidence evidence) {
    ClassInits inits = evidence.classInits();
    long self = Threads.id(subject.thread());
    String awaited = inits.awaitedBy(self);
    if (awaited == null) {
      return null;
    }
    Set<Long> candidates = inits.initializersOf(awaited);
    if (candidates.isEmpty()) {
      candidates = busyWithSuperclass(awaited, inits, evidence);
      candidates.remove(self);
    }
    ThreadSet owners = new ThreadSet();
    for (Thread thread : evidence.allThreads()) {
      if (candidates.contains(Threads.id(thread))) {
        owners.add(thread);
      }
    }
    return owners.isEmpty()
        ? null
        : new Wait(
            WaitType.CLASS_INIT,
            new LockRef(awaited, 0, null),
            Need.ANY,
            owners,
            Certainty.CERTAIN,
            false,
            null);
  }

  private static Set<Long> busyWithSuperclass(
      String className, ClassInits inits, Evidence evidence) {
    Set<Long> candidates = new HashSet<>();
    for (String parent : evidence.superclassesOf(className)) {
      candidates.addAll(inits.initializersOf(parent));
      for (long waiter : inits.waiters()) {
        if (parent.equals(inits.awaitedBy(waiter))) {
          candidates.add(waiter);
        }
      }
    }
    return candidates;
  }
}
