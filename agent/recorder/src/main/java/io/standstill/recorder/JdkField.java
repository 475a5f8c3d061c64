package io.standstill.recorder;

import jdk.internal.misc.Unsafe;

/**
 * A private reference or number in objects of one class of the JDK, read by its offset: the
 * recorder's module may not reflect on them.
 */
final class JdkField {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final String CONCURRENT = "java.util.concurrent.";

  private final Class<?> owner;
  private final long offset;

  /**
   * A field that every promised JDK has.
   *
   * @param owner name of a class in {@code java.util.concurrent}
   */
  JdkField(String owner, String name) {
    try {
      this.owner = Class.forName(CONCURRENT + owner, false, null);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
    this.offset = UNSAFE.objectFieldOffset(this.owner, name);
  }

  /** True if an object has the field. */
  boolean isIn(Object object) {
    return owner.isInstance(object);
  }

  /** The reference in an object that has the field. */
  Object get(Object object) {
    return UNSAFE.getReferenceAcquire(object, offset);
  }

  /** The number in an object that has the field. */
  int getInt(Object object) {
    return UNSAFE.getIntAcquire(object, offset);
  }
}
