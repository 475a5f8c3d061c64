package io.standstill.detect.probe;

import java.util.Collection;
import java.util.Map;

/** Asks the JVM about threads. Threads that have ended are missing from the answer. */
public interface ThreadProbe {
  /** What each waits for. */
  Map<Thread, ThreadFacts> waits(Collection<Thread> threads);

  /** The same with stacks and owned monitors: dearer, for threads that go into a report. */
  Map<Thread, ThreadFacts> details(Collection<Thread> threads);

  /** The best probe that this JVM offers. */
  static ThreadProbe ofThisJvm() {
    return Runtime.version().feature() >= 25 ? new SnapshotProbe() : new ManagementProbe();
  }
}
