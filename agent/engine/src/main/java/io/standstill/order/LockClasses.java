package io.standstill.order;

import io.standstill.jvm.Frames;

/** Tells classes that say something of a lock from those that say nothing. */
final class LockClasses {
  private LockClasses() {}

  /**
   * True for {@code Object}, {@code ReentrantLock}, {@code int[]}: anything may be locked by it.
   */
  static boolean isGeneral(String className) {
    return className.startsWith("[")
        || className.indexOf('.') < 0 && Character.isLowerCase(className.charAt(0))
        || Frames.isJdk(className);
  }

  /** True for {@code shop.Registry.lockFor()}: such a lock may lie in a field that is not known. */
  static boolean isResult(String lockClass) {
    return lockClass.endsWith("()");
  }
}
