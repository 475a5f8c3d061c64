package io.standstill.release;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * Reads fields by name, those of lambdas and records included. Reflection would not do: it resolves
 * the types of all fields of a class, and so may load classes of the application.
 */
final class Fields {
  private static final String UNSAFE = "jdk.internal.misc.Unsafe";
  private static final MethodHandle OFFSET;
  private static final MethodHandle READ;

  static {
    try {
      Class<?> type = Class.forName(UNSAFE);
      Object unsafe = type.getMethod("getUnsafe").invoke(null);
      MethodHandles.Lookup lookup = MethodHandles.lookup();
      OFFSET =
          lookup
              .findVirtual(
                  type,
                  "objectFieldOffset",
                  MethodType.methodType(long.class, Class.class, String.class))
              .bindTo(unsafe);
      READ =
          lookup
              .findVirtual(
                  type,
                  "getReference",
                  MethodType.methodType(Object.class, Object.class, long.class))
              .bindTo(unsafe);
    } catch (ReflectiveOperationException missing) {
      throw new ExceptionInInitializerError(missing);
    }
  }

  private Fields() {}

  /** True if the class itself declares a field of this name. */
  static boolean exists(Class<?> type, String name) {
    return offset(type, name) >= 0;
  }

  private static long offset(Class<?> type, String name) {
    try {
      return (long) OFFSET.invokeExact(type, name);
    } catch (InternalError noSuchField) {
      return -1;
    } catch (Throwable failure) {
      throw new IllegalStateException("cannot find " + type.getName() + "." + name, failure);
    }
  }

  /**
   * The value of an instance field that a class declares; null if there is none of this name. The
   * caller knows that the field is a reference: read as one, a number would be fatal.
   */
  static Object get(Class<?> declaring, String name, Object target) {
    return read(target, offset(declaring, name));
  }

  /** The value of a static field that a class declares; null if there is none of this name. */
  static Object getStatic(Class<?> declaring, String name) {
    return read(declaring, offset(declaring, name)); // HotSpot keeps them in the class object.
  }

  private static Object read(Object base, long offset) {
    if (offset < 0) {
      return null;
    }
    try {
      return READ.invokeExact(base, offset);
    } catch (Throwable failure) {
      throw new IllegalStateException("cannot read a field", failure);
    }
  }

  /**
   * The value of a field as code names it: of this class or, if it declares none, of the next
   * superclass that does. Null if there is none, or more than one of the name: some obfuscators
   * tell fields apart by type alone.
   *
   * @param owner binary name of the class that the code names
   */
  static Object follow(String owner, String name, Object target) {
    Class<?> type = target.getClass();
    while (type != null && !type.getName().equals(owner)) {
      type = type.getSuperclass();
    }
    while (type != null && !exists(type, name)) {
      type = type.getSuperclass();
    }
    return type == null || ConstantPools.isAmbiguous(type, name) ? null : get(type, name, target);
  }
}
