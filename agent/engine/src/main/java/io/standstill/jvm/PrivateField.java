package io.standstill.jvm;

import java.lang.reflect.Field;

/** Reads a private field of a JDK class. The engine opens the package before the first use. */
public final class PrivateField {
  private final Field field;

  private PrivateField(Field field) {
    this.field = field;
  }

  /** The field, which must exist in the JDKs we promise: a missing one is our defect. */
  public static PrivateField of(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return new PrivateField(field);
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

  public Object get(Object target) {
    try {
      return field.get(target);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException("cannot read " + field, closed);
    }
  }

  public int getInt(Object target) {
    try {
      return field.getInt(target);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException("cannot read " + field, closed);
    }
  }

  public long getLong(Object target) {
    try {
      return field.getLong(target);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException("cannot read " + field, closed);
    }
  }
}
