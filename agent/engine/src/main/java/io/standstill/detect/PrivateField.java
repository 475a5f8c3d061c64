package io.standstill.detect;

import java.lang.reflect.Field;

/** Reads a private field of a JDK class. The engine opens the package before the first use. */
final class PrivateField {
  private final Field field;

  private PrivateField(Field field) {
    this.field = field;
  }

  /** The field, which must exist in the JDKs we promise: a missing one is our defect. */
  static PrivateField of(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return new PrivateField(field);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException("this JDK has no " + owner.getName() + "." + name, missing);
    }
  }

  static PrivateField of(String owner, String name) {
    try {
      return of(Class.forName(owner), name);
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException("this JDK has no class " + owner, missing);
    }
  }

  Object get(Object target) {
    try {
      return field.get(target);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException("cannot read " + field, closed);
    }
  }

  int getInt(Object target) {
    try {
      return field.getInt(target);
    } catch (IllegalAccessException closed) {
      throw new IllegalStateException("cannot read " + field, closed);
    }
  }
}
