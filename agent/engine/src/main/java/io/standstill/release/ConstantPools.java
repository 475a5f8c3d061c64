package io.standstill.release;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;

/** What a loaded class refers to, read from its constant pool without resolving anything. */
final class ConstantPools {
  private static final int SHORTEST_NAME = 3;

  private static final Object ACCESS;
  private static final Method POOL;
  private static final Method SIZE;
  private static final Method TAG;
  private static final Method MEMBER;
  private static final Method LOADED_CLASS;

  static {
    try {
      ACCESS =
          Class.forName("jdk.internal.access.SharedSecrets")
              .getMethod("getJavaLangAccess")
              .invoke(null);
      POOL =
          Class.forName("jdk.internal.access.JavaLangAccess")
              .getMethod("getConstantPool", Class.class);
      Class<?> pool = Class.forName("jdk.internal.reflect.ConstantPool");
      SIZE = pool.getMethod("getSize");
      TAG = pool.getMethod("getTagAt", int.class);
      MEMBER = pool.getMethod("getMemberRefInfoAt", int.class);
      LOADED_CLASS = pool.getMethod("getClassAtIfLoaded", int.class);
    } catch (ReflectiveOperationException missing) {
      throw new ExceptionInInitializerError(missing);
    }
  }

  private ConstantPools() {}

  /**
   * A field or method that a class refers to.
   *
   * @param owner binary name of the class that is named
   */
  record Member(boolean isField, String owner, String name, String descriptor) {}

  /** All fields and methods that a class refers to. */
  static List<Member> members(Class<?> type) {
    List<Member> members = new ArrayList<>();
    try {
      Object pool = POOL.invoke(ACCESS, type);
      int size = pool == null ? 0 : (int) SIZE.invoke(pool);
      for (int i = 1; i < size; i++) {
        String tag = TAG.invoke(pool, i).toString();
        if (tag.equals("FIELDREF") || tag.equals("METHODREF") || tag.equals("INTERFACEMETHODREF")) {
          String[] info = (String[]) MEMBER.invoke(pool, i);
          members.add(
              new Member(tag.equals("FIELDREF"), info[0].replace('/', '.'), info[1], info[2]));
        }
      }
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      return List.of();
    }
    return members;
  }

  /** The class of this name that a class refers to, if the JVM has loaded it; else null. */
  static Class<?> referred(Class<?> type, String name) {
    try {
      Object pool = POOL.invoke(ACCESS, type);
      int size = (int) SIZE.invoke(pool);
      for (int i = 1; i < size; i++) {
        if (TAG.invoke(pool, i).toString().equals("CLASS")) {
          Class<?> referred = (Class<?>) LOADED_CLASS.invoke(pool, i);
          if (referred != null && referred.getName().equals(name)) {
            return referred;
          }
        }
      }
    } catch (IllegalAccessException | InvocationTargetException unreadable) {
      return null;
    }
    return null;
  }

  /**
   * True if the code of a lambda reads a field of this name, and only as a reference. The class of
   * a lambda is hidden: it goes by another name than the one it was made under.
   */
  static boolean readsReference(Class<?> lambda, String field) {
    boolean reads = false;
    for (Member member : members(lambda)) {
      if (member.isField() && member.name().equals(field)) {
        if (!member.descriptor().startsWith("L") && !member.descriptor().startsWith("[")) {
          return false;
        }
        reads = true;
      }
    }
    return reads;
  }

  /**
   * True if a class uses a field of its own of this name and type, and none of another type: some
   * obfuscators tell fields apart by type alone. One of them may be used by other classes only, so
   * names as short as theirs are not trusted. Unless someone sets it, a field is null anyway.
   */
  static boolean uses(Class<?> type, String field, String descriptor) {
    if (field.length() < SHORTEST_NAME) {
      return false;
    }
    boolean used = false;
    for (Member member : members(type)) {
      if (member.isField()
          && member.name().equals(field)
          && member.owner().equals(type.getName())) {
        if (!member.descriptor().equals(descriptor)) {
          return false;
        }
        used = true;
      }
    }
    return used;
  }
}
