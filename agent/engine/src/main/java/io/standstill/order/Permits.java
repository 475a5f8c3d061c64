package io.standstill.order;

import io.standstill.jvm.PrivateField;

/** Tells a semaphore of one permit, which is a lock, from one of several. */
final class Permits {
  private static final PrivateField STATE =
      PrivateField.of("java.util.concurrent.locks.AbstractQueuedSynchronizer", "state");

  private Permits() {}

  /** True if the lock is a semaphore with more than one permit free. */
  static boolean areMany(OrderedLock lock) {
    Object semaphore = lock.type().equals("permit") ? lock.get() : null;
    return semaphore != null && STATE.getInt(semaphore) > 1;
  }
}
