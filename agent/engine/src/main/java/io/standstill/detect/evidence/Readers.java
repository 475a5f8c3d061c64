package io.standstill.detect.evidence;

import io.standstill.detect.probe.ReadHolds;
import io.standstill.jvm.ThreadSet;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Who holds which lock for reading: of the threads at hand and those whose journal claims it. There
 * may be more, but one stuck reader is enough to keep a writer out.
 */
public final class Readers {
  private final Evidence evidence;
  private final Iterable<Thread> atHand;
  private final Map<Object, ThreadSet> known = new IdentityHashMap<>();

  /**
   * @param atHand the threads that the JVM was asked about; may grow
   */
  Readers(Evidence evidence, Iterable<Thread> atHand) {
    this.evidence = evidence;
    this.atHand = atHand;
  }

  /** The threads that hold a lock for reading. */
  public ThreadSet of(Object sync) {
    return known.computeIfAbsent(sync, this::find);
  }

  private ThreadSet find(Object sync) {
    ThreadSet found = new ThreadSet();
    Thread first = ReadHolds.firstReader(sync);
    if (first != null) {
      found.add(first);
    }
    for (Thread thread : atHand) {
      if (ReadHolds.holds(thread, sync)) {
        found.add(thread);
      }
    }
    for (Holders.Holder holder : evidence.holders().of(sync)) {
      if (ReadHolds.holds(holder.thread(), sync)) {
        found.add(holder.thread());
      }
    }
    return found;
  }
}
