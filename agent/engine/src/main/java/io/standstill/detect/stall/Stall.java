package io.standstill.detect.stall;

import io.standstill.detect.evidence.Awaited;
import io.standstill.finding.Certainty;
import io.standstill.jvm.ThreadSet;
import io.standstill.jvm.Threads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Threads that wait for something which nobody seems able to give any more, and why.
 *
 * @param waits who waits for it, longest first
 * @param where in what circumstances, if it is these that tell; null if nobody seems able to give
 *     it
 * @param because what has become of those who would have given it
 * @param advice what to do about it
 */
record Stall(
    List<GateWaits.Waiting> waits,
    String where,
    String because,
    String advice,
    Certainty certainty) {

  /** One that nobody seems able to end. */
  Stall(List<GateWaits.Waiting> waits, String because, String advice, Certainty certainty) {
    this(waits, null, because, advice, certainty);
  }

  Awaited awaited() {
    return waits.get(0).awaited();
  }

  ThreadSet waiters() {
    ThreadSet waiters = new ThreadSet();
    waits.forEach(wait -> waiters.add(wait.thread()));
    return waiters;
  }

  /** Since when each of them waits, in steady time, by thread id. */
  Map<Long, Long> since() {
    Map<Long, Long> since = new HashMap<>();
    waits.forEach(wait -> since.put(Threads.id(wait.thread()), wait.spell().sinceNanos()));
    return since;
  }

  boolean isAbout(Object place) {
    return awaited().place() == place;
  }
}
