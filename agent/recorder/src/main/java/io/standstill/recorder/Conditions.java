package io.standstill.recorder;

/** Tells which lock a condition belongs to. All reads, no calls. */
final class Conditions {
  private static final String LOCKS = "locks.";
  private static final String OUTER = "this$0";
  private static final JdkField[] SYNCHRONIZERS = {
    new JdkField(LOCKS + "AbstractQueuedSynchronizer$ConditionObject", OUTER),
    new JdkField(LOCKS + "AbstractQueuedLongSynchronizer$ConditionObject", OUTER)
  };
  private static final JdkField[] LOCK_INSIDES = {
    new JdkField(LOCKS + "ReentrantLock", "sync"),
    new JdkField(LOCKS + "ReentrantReadWriteLock$WriteLock", "sync")
  };

  private Conditions() {}

  /** The lock of the JDK that the thread holds and that the condition is of; null if unknown. */
  static Object heldLockOf(Object condition, Journal own) {
    Object synchronizer = read(SYNCHRONIZERS, condition);
    if (synchronizer != null) {
      for (int i = own.top - 1; i >= 0; i--) {
        if (read(LOCK_INSIDES, own.locks[i]) == synchronizer) {
          return own.locks[i];
        }
      }
    }
    return null;
  }

  private static Object read(JdkField[] fields, Object object) {
    for (JdkField field : fields) {
      if (field.isIn(object)) {
        return field.get(object);
      }
    }
    return null;
  }
}
