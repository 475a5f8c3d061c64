package io.standstill.order;

import io.standstill.jvm.PrivateField;
import io.standstill.recorder.ReleaseHistory;
import java.util.function.Predicate;

/**
 * Tells what is used as a lock from what one thread takes and another gives back: a signal. Which
 * of the two a semaphore is shows only with its releases.
 */
final class Signals {
  private static final PrivateField STATE =
      PrivateField.of("java.util.concurrent.locks.AbstractQueuedSynchronizer", "state");

  private Signals() {}

  /** True if a lock of these was handed over, or is a semaphore with more than one permit free. */
  static boolean are(Cycle cycle) {
    return any(cycle, lock -> lock.matches(ReleaseHistory::handedOver) || hasManyPermits(lock));
  }

  /** True if a semaphore of these has not been given back yet by who took it. */
  static boolean mayBe(Cycle cycle) {
    return any(cycle, lock -> lock.isPermit() && !lock.matches(ReleaseHistory::returned));
  }

  private static boolean any(Cycle cycle, Predicate<OrderedLock> test) {
    return cycle.edges().stream()
        .anyMatch(edge -> test.test(edge.from().lock()) || test.test(edge.to().lock()));
  }

  private static boolean hasManyPermits(OrderedLock lock) {
    Object semaphore = lock.isPermit() ? lock.get() : null;
    return semaphore != null && STATE.getInt(semaphore) > 1;
  }
}
