package io.standstill.release;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * The instance fields of a class and its superclasses that refer to objects. Those of the JDK's
 * classes may be asked for, since no class loader of the application is involved. Of others, those
 * are known that code of the class itself, or of the superclass, uses.
 */
final class ReferenceFields {
  /**
   * One field.
   *
   * @param up how many classes above that of the object it is declared
   */
  record Field(int up, String name) {
    /** The value of an object for which the field was found. */
    Object of(Object object) {
      return Fields.get(above(object.getClass(), up), name, object);
    }
  }

  /** What was found out once; refers to no class, so that all can be unloaded. */
  private static final Map<Class<?>, List<Field>> KNOWN = new WeakHashMap<>();

  /** Stands for the type of a name that is used with several types: which is meant is not known. */
  private static final String AMBIGUOUS = "";

  private final Class<?> type;
  private final Map<Field, String> types = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();

  /** True if a field was left out because its type is not loaded: that may change. */
  private boolean undecided;

  private ReferenceFields(Class<?> type) {
    this.type = type;
  }

  static List<Field> of(Class<?> type) {
    synchronized (KNOWN) {
      List<Field> known = KNOWN.get(type);
      if (known != null) {
        return known;
      }
    }
    ReferenceFields found = new ReferenceFields(type);
    int up = 0;
    for (Class<?> c = type; c != null && !c.isArray(); c = c.getSuperclass()) {
      if (c.getClassLoader() == null) {
        found.addDeclared(c, up);
      } else {
        found.addUsed(c);
      }
      up++;
    }
    found.types.forEach(found::addIfSure);
    if (!found.undecided) {
      synchronized (KNOWN) {
        KNOWN.put(type, found.fields);
      }
    }
    return found.fields;
  }

  private static Class<?> above(Class<?> type, int up) {
    Class<?> c = type;
    for (int i = 0; i < up; i++) {
      c = c.getSuperclass();
    }
    return c;
  }

  private void addDeclared(Class<?> ofJdk, int up) {
    for (java.lang.reflect.Field field : ofJdk.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        fields.add(new Field(up, field.getName()));
      }
    }
  }

  /** Code may name a field by a subclass of the class that declares it. */
  private void addUsed(Class<?> user) {
    for (ConstantPools.Member member : ConstantPools.members(user)) {
      int up = member.isField() ? declaring(member) : -1;
      if (up >= 0) {
        types.merge(
            new Field(up, member.name()),
            member.descriptor(),
            (known, other) -> known.equals(other) ? known : AMBIGUOUS);
      }
    }
  }

  /** How far above the class it is declared; -1 if by none of the application's. */
  private int declaring(ConstantPools.Member member) {
    int up = 0;
    boolean named = false;
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      named |= c.getName().equals(member.owner());
      if (named && Fields.exists(c, member.name())) {
        return up;
      }
      up++;
    }
    return -1;
  }

  private void addIfSure(Field field, String descriptor) {
    Class<?> declaring = above(type, field.up());
    if ((descriptor.startsWith("L") || descriptor.startsWith("["))
        && ConstantPools.isTrusted(declaring, field.name())
        && (Fields.liesBeforeStatics(declaring, field.name())
            || isOfInstance(declaring, field.name(), descriptor))) {
      fields.add(field);
    }
  }

  /** Asks the JVM, which needs the type of the field; it is not loaded for that. */
  private boolean isOfInstance(Class<?> declaring, String name, String descriptor) {
    Class<?> wanted = loaded(descriptor);
    if (wanted == null) {
      undecided = true;
      return false;
    }
    try {
      MethodHandles.privateLookupIn(declaring, MethodHandles.lookup())
          .findVarHandle(declaring, name, wanted);
      return true;
    } catch (ReflectiveOperationException | LinkageError staticOrOfAnotherType) {
      return false;
    }
  }

  private Class<?> loaded(String descriptor) {
    if (descriptor.startsWith("[")) {
      Class<?> element = loaded(descriptor.substring(1));
      return element == null ? null : element.arrayType();
    } else if (!descriptor.startsWith("L")) {
      return null;
    }
    String name = descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    if (!name.startsWith("java.")) {
      return named(name);
    }
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException ofAnotherModule) {
      return null;
    }
  }

  /** A class of this name that is, or is known to, one of the classes in question. */
  private Class<?> named(String name) {
    for (Class<?> c = type; c != null && c.getClassLoader() != null; c = c.getSuperclass()) {
      Class<?> found = c.getName().equals(name) ? c : ConstantPools.referred(c, name);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
