package io.standstill.jvm;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import jdk.internal.misc.Unsafe;

/**
 * Reads a private field of a JDK class, as if it were volatile. Not by reflection, which newer JDKs
 * build upon method handles: to link those takes time that is dear while the application starts.
 */
public final class PrivateField {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  private final Field field;
  private final Object base;
  private final long offset;

  private PrivateField(Field field) {
    this.field = field;
    boolean isStatic = Modifier.isStatic(field.getModifiers());
    this.base = isStatic ? UNSAFE.staticFieldBase(field) : null;
    this.offset = isStatic ? UNSAFE.staticFieldOffset(field) : UNSAFE.objectFieldOffset(field);
  }

  /** The field, which must exist in the JDKs we promise: a missing one is our defect. */
  public static PrivateField of(Class<?> owner, String name) {
    try {
      return new PrivateField(owner.getDeclaredField(name));
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("this JDK has no " + owner.getName() + "." + name, missing);
    }
  }

  public static PrivateField of(String owner, String name) {
    try {
      return of(Class.forName(owner), name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("this JDK has no class " + owner, missing);
    }
  }

  /** The field, or null where there is none: on another JDK, or before its time. */
  public static PrivateField ifPresent(String owner, String name) {
    try {
      return of(owner, name);
    } catch (IllegalStateException missing) {
      return null;
    }
  }

  /** The field of this name in the first of these classes that has it, or null. */
  public static PrivateField firstPresent(String name, String... owners) {
    for (String owner : owners) {
      PrivateField field = ifPresent(owner, name);
      if (field != null) {
        return field;
      }
    }
    return null;
  }

  /** The field of this name that a class of the JDK declares or inherits; null if there is none. */
  static PrivateField inherited(Class<?> type, String name) {
    for (Class<?> c = type; c != null; c = c.getSuperclass()) {
      for (Field field : c.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return new PrivateField(field);
        }
      }
    }
    return null;
  }

  /** The first of these names that exists: the name changed between JDKs. */
  public static PrivateField firstOf(Class<?> owner, String... names) {
    for (String name : names) {
      for (Field field : owner.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          return of(owner, name);
        }
      }
    }
    throw new IllegalStateException("this JDK has no " + owner.getName() + "." + names[0]);
  }

  public String name() {
    return field.getName();
  }

  /** The class that declares it. */
  public Class<?> owner() {
    return field.getDeclaringClass();
  }

  /** The class of what it holds. */
  public Class<?> type() {
    return field.getType();
  }

  /** The value of a field that holds a reference. */
  public Object get(Object target) {
    if (type().isPrimitive()) {
      throw unsuited();
    }
    return UNSAFE.getReferenceVolatile(in(target), offset);
  }

  /** The value of a field that holds an {@code int}. */
  public int getInt(Object target) {
    if (type() != int.class) {
      throw unsuited();
    }
    return UNSAFE.getIntVolatile(in(target), offset);
  }

  /** The value of a field that holds a {@code boolean}. */
  public boolean getBoolean(Object target) {
    if (type() != boolean.class) {
      throw unsuited();
    }
    return UNSAFE.getBooleanVolatile(in(target), offset);
  }

  /** The value of a field that holds a {@code long}. */
  public long getLong(Object target) {
    if (type() != long.class) {
      throw unsuited();
    }
    return UNSAFE.getLongVolatile(in(target), offset);
  }

  /** Whatever is read must be there: anything else would be fatal to the JVM. */
  private Object in(Object target) {
    if (base != null) {
      return base;
    } else if (!owner().isInstance(target)) {
      throw new IllegalArgumentException(
          "no " + field + " in " + (target == null ? "null" : target.getClass()));
    }
    return target;
  }

  private IllegalStateException unsuited() {
    return new IllegalStateException(field + " is of another type");
  }
}
