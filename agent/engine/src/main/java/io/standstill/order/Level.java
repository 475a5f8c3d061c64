package io.standstill.order;

/** What counts as the same lock: the very object, or any lock of the same class. */
enum Level {
  /** Precise. */
  INSTANCE {
    @Override
    Object key(OrderedLock lock) {
      return lock;
    }
  },
  /** Finds what never met in one object, and is less sure. */
  LOCK_CLASS {
    @Override
    Object key(OrderedLock lock) {
      return lock.lockClass();
    }
  };

  /** What the lock is known by; null if it cannot be compared at this level. */
  abstract Object key(OrderedLock lock);

  boolean isSame(OrderedLock one, OrderedLock other) {
    return one == other || key(one) != null && key(one).equals(key(other));
  }
}
