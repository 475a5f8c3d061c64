package io.standstill.order;

import io.standstill.recorder.ForkLog;
import io.standstill.recorder.ForkLog.Step;
import java.util.List;

/**
 * The steps of one thread among others.
 *
 * @param forgotten how many older ones are not known any more
 * @param steps those that are, oldest first
 */
record ThreadSteps(int forgotten, List<Step> steps) {

  static ThreadSteps of(ForkLog log) {
    int forgotten = log.forgotten();
    return new ThreadSteps(forgotten, log.steps());
  }

  /** True if a step at this time, or later, may have been forgotten. */
  boolean isUnknownSince(int time) {
    return forgotten > 0 && (steps.isEmpty() || steps.get(0).time() >= time);
  }

  /** The time of the newest step; -1 if there is none. */
  int newest() {
    return steps.isEmpty() ? -1 : steps.get(steps.size() - 1).time();
  }
}
