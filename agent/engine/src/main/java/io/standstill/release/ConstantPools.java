package io.standstill.release;

import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import jdk.internal.access.SharedSecrets;
import jdk.internal.reflect.ConstantPool;

/** What a loaded class refers to, read from its constant pool without resolving anything. */
final class ConstantPools {
  private static final int SHORTEST_NAME = 3;

  /** The types that are no references, as class files name them. */
  private static final String NUMBERS = "BCDFIJSZ";

  /**
   * What was read before: it is asked for again and again, and entry by entry it is dear to read.
   * Refers to no class, so that all can be unloaded.
   */
  private static final Map<Class<?>, SoftReference<Members>> KNOWN = new WeakHashMap<>();

  /**
   * @param poolSize how many entries the pool had: one that has grown, with a class that was
   *     redefined, is read again
   */
  private record Members(int poolSize, List<Member> all) {}

  private ConstantPools() {}

  /**
   * A field or method that a class refers to.
   *
   * @param owner binary name of the class that is named
   */
  record Member(boolean isField, String owner, String name, String descriptor) {}

  /** All fields and methods that a class refers to. */
  static List<Member> members(Class<?> type) {
    ConstantPool pool = of(type);
    synchronized (KNOWN) {
      SoftReference<Members> reference = KNOWN.get(type);
      Members known = reference == null ? null : reference.get();
      if (known != null && known.poolSize() == size(pool)) {
        return known.all();
      }
    }
    List<Member> read = read(pool);
    synchronized (KNOWN) {
      KNOWN.put(type, new SoftReference<>(new Members(size(pool), read)));
    }
    return read;
  }

  private static List<Member> read(ConstantPool pool) {
    List<Member> members = new ArrayList<>();
    try {
      for (int i = 1; i < size(pool); i++) {
        ConstantPool.Tag tag = pool.getTagAt(i);
        boolean isField = tag == ConstantPool.Tag.FIELDREF;
        if (isField
            || tag == ConstantPool.Tag.METHODREF
            || tag == ConstantPool.Tag.INTERFACEMETHODREF) {
          String[] info = pool.getMemberRefInfoAt(i);
          members.add(new Member(isField, info[0].replace('/', '.'), info[1], info[2]));
        }
      }
    } catch (IllegalArgumentException unreadable) {
      return List.of(); // A kind of entry that this JDK cannot name.
    }
    return List.copyOf(members);
  }

  /** All texts that a class carries: names, types, and what its code says. */
  static Set<String> texts(Class<?> type) {
    Set<String> texts = new LinkedHashSet<>();
    ConstantPool pool = of(type);
    try {
      for (int i = 1; i < size(pool); i++) {
        if (pool.getTagAt(i) == ConstantPool.Tag.UTF8) {
          texts.add(pool.getUTF8At(i));
        }
      }
    } catch (IllegalArgumentException unreadable) {
      return texts;
    }
    return texts;
  }

  /**
   * True if a class has one field of this name at most, or none but such as refer to objects. Some
   * obfuscators tell fields apart by type alone, and one of them may be used by other classes only.
   * So names as short as theirs are trusted only where no field can be a number: the class would
   * have to name its type.
   */
  static boolean isTrusted(Class<?> type, String field) {
    return field.length() >= SHORTEST_NAME || !namesNumbers(type);
  }

  private static boolean namesNumbers(Class<?> type) {
    ConstantPool pool = of(type);
    try {
      for (int i = 1; i < size(pool); i++) {
        if (pool.getTagAt(i) == ConstantPool.Tag.UTF8) {
          String text = pool.getUTF8At(i);
          if (text.length() == 1 && NUMBERS.contains(text)) {
            return true;
          }
        }
      }
      return pool == null;
    } catch (IllegalArgumentException unreadable) {
      return true;
    }
  }

  /** The class of this name that a class refers to, if the JVM has loaded it; else null. */
  static Class<?> referred(Class<?> type, String name) {
    ConstantPool pool = of(type);
    try {
      for (int i = 1; i < size(pool); i++) {
        if (pool.getTagAt(i) == ConstantPool.Tag.CLASS) {
          Class<?> referred = pool.getClassAtIfLoaded(i);
          if (referred != null && referred.getName().equals(name)) {
            return referred;
          }
        }
      }
    } catch (IllegalArgumentException unreadable) {
      return null;
    }
    return null;
  }

  /** Null for classes that have none, such as those of arrays. */
  private static ConstantPool of(Class<?> type) {
    return SharedSecrets.getJavaLangAccess().getConstantPool(type);
  }

  /** How many entries the constant pool of a class has; more if the class was redefined. */
  static int size(Class<?> type) {
    return size(of(type));
  }

  private static int size(ConstantPool pool) {
    return pool == null ? 0 : pool.getSize();
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
   * True if a class uses a field of its own of this name and type, and none of another type, and
   * the name can be trusted. Unless someone sets it, a field is null anyway.
   */
  static boolean uses(Class<?> type, String field, String descriptor) {
    if (!isTrusted(type, field)) {
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
