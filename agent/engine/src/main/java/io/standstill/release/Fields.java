package io.standstill.release;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import jdk.internal.misc.Unsafe;

/**
 * Reads fields by name, those of lambdas and records included. Reflection would not do: it resolves
 * the types of all fields of a class, and so may load classes of the application.
 */
final class Fields {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();
  private static final long FIRST_STATIC = offset(Probe.class, "only");

  /** Where fields that code reads lie in the objects of a class; refers to no class itself. */
  private static final Map<Class<?>, Map<AccessPath.FieldName, Long>> FOLLOWED =
      new WeakHashMap<>();

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
   * The value of an instance field that code reads: of the class that the code names or, if that
   * has none, of the next superclass. Null if it is not known.
   */
  static Object follow(AccessPath.FieldName field, Object target) {
    Class<?> type = target.getClass();
    Long offset;
    synchronized (FOLLOWED) {
      offset = FOLLOWED.getOrDefault(type, Map.of()).get(field);
    }
    if (offset == null) {
      offset = find(field, type);
      synchronized (FOLLOWED) {
        FOLLOWED.computeIfAbsent(type, unused -> new HashMap<>()).put(field, offset);
      }
    }
    return read(target, offset);
  }

  private static long find(AccessPath.FieldName field, Class<?> in) {
    Class<?> type = in;
    while (type != null && !type.getName().equals(field.owner())) {
      type = type.getSuperclass();
    }
    long offset = FieldOffsets.NONE;
    while (type != null && offset == FieldOffsets.NONE && isReference(field)) {
      offset = FieldOffsets.of(type, field.name(), field.descriptor());
      type = type.getSuperclass();
    }
    return offset;
  }

  private static boolean isReference(AccessPath.FieldName field) {
    return field.descriptor().startsWith("L") || field.descriptor().startsWith("[");
  }

  /** Has one static field and nothing else. */
  private static final class Probe {
    static Object only;

    private Probe() {}
  }
}
