package io.standstill.detect.stall;

import java.lang.ref.WeakReference;

/**
 * A task that was seen to be about to let a waiting thread go on: its code does so on every way on
 * which it can end, but by an exception.
 *
 * @param task what runs, or waits in a queue to be run
 * @param who the thread that runs it, or the class of the task
 * @param where the code that would do it, as a stack trace element reads
 */
record Pledge(WeakReference<Object> task, String who, String where) {
  static Pledge of(Object task, String who, String where) {
    return new Pledge(new WeakReference<>(task), who, where);
  }

  boolean isOf(Object other) {
    return task.refersTo(other);
  }
}
