package io.standstill.order;

import io.standstill.recorder.ForkLog;
import io.standstill.recorder.ForkLog.Step;
import java.util.List;

/**
 * The steps of one thread among others.
 *
 * @param forgotten how many older ones are not known any more
 * @param waitedUntil the time of the newest wait among those; -1 if there was none
 * @param steps those that are known, oldest first
 */
record ThreadSteps(int forgotten, int waitedUntil, List<Step> steps) {

  static ThreadSteps of(ForkLog log) {
    int forgotten = log.forgotten();
    List<Step> steps = log.steps();
    return new ThreadSteps(forgotten, log.waitedUntil(), steps);
  }

  /** True if a step at this time, or later, may have been forgotten. */
  boolean isUnknownSince(int time) {
    return forgotten > 0 && (steps.isEmpty() || steps.get(0).time() >= time);
  }

  /** True if a wait at this time, or later, was forgotten. */
  boolean hasForgottenWaitSince(int time) {
    return waitedUntil >= time;
  }

  /** The time of the newest step; -1 if there is none. */
  int newest() {
    return steps.isEmpty() ? -1 : steps.get(steps.size() - 1).time();
  }
}
