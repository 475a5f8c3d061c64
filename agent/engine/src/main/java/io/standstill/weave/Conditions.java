package io.standstill.weave;

import java.util.Set;

/** The conditions of the JDK's locks, as code names them. */
final class Conditions {
  private static final String LOCKS = "java/util/concurrent/locks/";
  private static final Set<String> TYPES =
      Set.of(
          LOCKS + "Condition",
          LOCKS + "AbstractQueuedSynchronizer$ConditionObject",
          LOCKS + "AbstractQueuedLongSynchronizer$ConditionObject");

  private Conditions() {}

  /** True for the internal name of such a class or interface. */
  static boolean isCondition(String owner) {
    return TYPES.contains(owner);
  }
}
