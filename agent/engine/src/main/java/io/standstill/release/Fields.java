package io.standstill.release;

import jdk.internal.misc.Unsafe;

/**
 * Reads fields by name, those of lambdas and records included. Reflection would not do: it resolves
 * the types of all fields of a class, and so may load classes of the application.
 */
final class Fields {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long FIRST_STATIC = offset(Probe.class, "only");

  private Fields() {}

  /** True if the class itself declares a field of this name. */
  static boolean exists(Class<?> type, String name) {
    return offset(type, name) >= 0;
  }

  private static long offset(Class<?> type, String name) {
    try {
      return UNSAFE.objectFieldOffset(type, name);
    } catch (InternalError noSuchField) {
      return -1;
    }
  }

  /**
   * The value of an instance field of a JDK class or a lambda; null if there is none of this name.
   * The caller knows that the field is a reference: read as one, a number would be fatal.
   */
  static Object get(Class<?> declaring, String name, Object target) {
    return read(target, offset(declaring, name));
  }

  /** The value of an instance field that is known to be an int. */
  static int getInt(Class<?> declaring, String name, Object target) {
    return UNSAFE.getInt(target, offset(declaring, name));
  }

  /** The value of a static field that code reads; null if this class is not the one to have it. */
  static Object getStatic(Class<?> declaring, AccessPath.FieldName field) {
    long offset = offset(declaring, field.name());
    return offset >= FIRST_STATIC && ConstantPools.uses(declaring, field.name(), field.descriptor())
        ? read(declaring, offset) // HotSpot keeps them in the class.
        : null;
  }

  private static Object read(Object base, long offset) {
    return offset < 0 ? null : UNSAFE.getReference(base, offset);
  }

  /**
   * The value of an instance field that code reads, wherever among the superclasses it is. Whether
   * a field is static the JVM does not tell by the offset alone: but static ones lie behind all
   * that a class object has itself, so those before cannot be.
   */
  static Object follow(AccessPath.FieldName field, Object target) {
    Class<?> declaring = declaring(field, target);
    long offset = declaring == null ? -1 : offset(declaring, field.name());
    return offset < FIRST_STATIC ? read(target, offset) : null;
  }

  /** True if a class declares a field of this name that cannot be static, by where it lies. */
  static boolean liesBeforeStatics(Class<?> type, String name) {
    long offset = offset(type, name);
    return offset >= 0 && offset < FIRST_STATIC;
  }

  /**
   * The class that declares a field: the one that the code names or, if that has none, the next
   * superclass. Null if there is none, or if it is not sure that the field is of this type.
   */
  private static Class<?> declaring(AccessPath.FieldName field, Object target) {
    Class<?> type = target.getClass();
    while (type != null && !type.getName().equals(field.owner())) {
      type = type.getSuperclass();
    }
    while (type != null && !exists(type, field.name())) {
      type = type.getSuperclass();
    }
    return type != null && ConstantPools.uses(type, field.name(), field.descriptor()) ? type : null;
  }

  /** Has one static field and nothing else. */
  private static final class Probe {
    static Object only;

    private Probe() {}
  }
}
