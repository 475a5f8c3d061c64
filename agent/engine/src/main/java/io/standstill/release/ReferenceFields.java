package io.standstill.release;

import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import jdk.internal.misc.Unsafe;

/**
 * The instance fields of a class and its superclasses that refer to objects. Those of the JDK's
 * classes may be asked for, since no class loader of the application is involved. Of others, the
 * names and types are among the texts that the class carries, and the JVM tells which are fields.
 */
final class ReferenceFields {
  private static final Unsafe UNSAFE = Unsafe.getUnsafe();

  /** Some obfuscators give one short name to several fields, and tell them apart by type. */
  private static final int UNMISTAKABLE = 3;

  /** What was found out once; refers to no class, so that all can be unloaded. */
  private static final Map<Class<?>, List<Field>> KNOWN = new WeakHashMap<>();

  private ReferenceFields() {}

  /**
   * One field.
   *
   * @param offset where it lies in an object for whose class it was found
   */
  record Field(long offset) {
    /** The value of such an object. */
    Object of(Object object) {
      return UNSAFE.getReference(object, offset);
    }
  }

  static List<Field> of(Class<?> type) {
    synchronized (KNOWN) {
      List<Field> known = KNOWN.get(type);
      if (known != null) {
        return known;
      }
    }
    List<Field> found = new ArrayList<>();
    for (Class<?> c = type; c != null && !c.isArray(); c = c.getSuperclass()) {
      if (c.getClassLoader() == null) {
        addDeclared(c, found);
      } else {
        addTold(c, found);
      }
    }
    synchronized (KNOWN) {
      KNOWN.put(type, found);
    }
    return found;
  }

  private static void addDeclared(Class<?> ofJdk, List<Field> fields) {
    for (java.lang.reflect.Field field : ofJdk.getDeclaredFields()) {
      if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
        fields.add(new Field(UNSAFE.objectFieldOffset(field)));
      }
    }
  }

  private static void addTold(Class<?> type, List<Field> fields) {
    Map<String, String> used = new HashMap<>();
    for (ConstantPools.Member member : ConstantPools.members(type)) {
      if (member.isField()
          && member.owner().equals(type.getName())
          && member.name().length() >= UNMISTAKABLE) {
        used.put(member.name(), member.descriptor());
      }
    }
    used.forEach((name, descriptor) -> addIfOne(type, name, descriptor, fields));
    Set<String> texts = ConstantPools.texts(type);
    List<String> types = texts.stream().filter(ReferenceFields::isReference).toList();
    for (String name : texts) {
      if (isName(name) && !used.containsKey(name) && Fields.exists(type, name)) {
        types.forEach(descriptor -> addIfOne(type, name, descriptor, fields));
      }
    }
  }

  private static void addIfOne(Class<?> type, String name, String descriptor, List<Field> fields) {
    long offset =
        isReference(descriptor) ? FieldOffsets.of(type, name, descriptor) : FieldOffsets.NONE;
    if (offset != FieldOffsets.NONE) {
      fields.add(new Field(offset));
    }
  }

  private static boolean isReference(String descriptor) {
    return descriptor.startsWith("L") && descriptor.endsWith(";") || descriptor.startsWith("[");
  }

  private static boolean isName(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Character.isJavaIdentifierPart(text.charAt(i)) && text.charAt(i) != '-') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
