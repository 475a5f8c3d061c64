package io.standstill.release;

import java.lang.invoke.MethodHandles;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The instance fields of a class and its superclasses that refer to objects. Those of the JDK's
 * classes may be asked for, since no class loader of the application is involved. Of others, those
 * are known that code of the class itself, or of the superclass, uses.
 */
final class ReferenceFields {
  /**
   * One field.
   *
   * @param declaring the class that declares it
   */
  record Field(Class<?> declaring, String name) {}

  /** Stands for the type of a name that is used with several types: which is meant is not known. */
  private static final String AMBIGUOUS = "";

  private final Class<?> type;
  private final Map<Field, String> types = new LinkedHashMap<>();
  private final List<Field> fields = new ArrayList<>();

  private ReferenceFields(Class<?> type) {
    this.type = type;
  }

  static List<Field> of(Class<?> type) {
    ReferenceFields found = new ReferenceFields(type);
    for (Class<?> c = type; c != null && !c.isArray(); c = c.getSuperclass()) {
      if (c.getClassLoader() == null) {
        found.addDeclared(c);
      } else {
        found.addUsed(c);
      }
    }
    found.types.forEach(found::addIfSure);
    return found.fields;
  }

  private void addDeclared(Class<?> ofJdk) {
    for (java.lang.reflect.Field field : ofJdk.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        fields.add(new Field(ofJdk, field.getName()));
      }
    }
  }

  /** Code may name a field by a subclass of the class that declares it. */
  private void addUsed(Class<?> user) {
    for (ConstantPools.Member member : ConstantPools.members(user)) {
      Class<?> declaring = member.isField() ? declaring(member) : null;
      if (declaring != null) {
        types.merge(
            new Field(declaring, member.name()),
            member.descriptor(),
            (known, other) -> known.equals(other) ? known : AMBIGUOUS);
      }
    }
  }

  private Class<?> declaring(ConstantPools.Member member) {
    Class<?> c = type;
    while (c != null && !c.getName().equals(member.owner())) {
      c = c.getSuperclass();
    }
    while (c != null && c.getClassLoader() != null && !Fields.exists(c, member.name())) {
      c = c.getSuperclass();
    }
    return c == null || c.getClassLoader() == null ? null : c;
  }

  private void addIfSure(Field field, String descriptor) {
    if ((descriptor.startsWith("L") || descriptor.startsWith("["))
        && ConstantPools.isTrusted(field.declaring(), field.name())
        && (Fields.liesBeforeStatics(field.declaring(), field.name())
            || isOfInstance(field, descriptor))) {
      fields.add(field);
    }
  }

  /** Asks the JVM, which needs the type of the field; it is not loaded for that. */
  private boolean isOfInstance(Field field, String descriptor) {
    Class<?> wanted = loaded(descriptor);
    if (wanted == null) {
      return false;
    }
    try {
      MethodHandles.privateLookupIn(field.declaring(), MethodHandles.lookup())
          .findVarHandle(field.declaring(), field.name(), wanted);
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
