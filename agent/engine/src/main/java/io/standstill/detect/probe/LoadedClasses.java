package io.standstill.detect.probe;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Answers questions about loaded classes by name, without loading any. */
public final class LoadedClasses {
  private final Supplier<Class<?>[]> all;
  private Map<String, WeakReference<Class<?>>> byName;

  /** Asks for all classes of the JVM only when there is a question. */
  public LoadedClasses(Supplier<Class<?>[]> all) {
    this.all = all;
  }

  /** A loaded class of this name, or null; of several, any. */
  public Class<?> named(String className) {
    if (byName == null) {
      byName = new HashMap<>();
      for (Class<?> type : loaded()) {
        byName.put(type.getName(), new WeakReference<>(type));
      }
    }
    WeakReference<Class<?>> found = byName.get(className);
    return found == null ? null : found.get();
  }

  /** A JVM that is about to end names no class any more. */
  private Class<?>[] loaded() {
    Class<?>[] known = all.get();
    return known == null ? new Class<?>[0] : known;
  }

  /** Forgets which classes were loaded: there may be more by now. */
  public void forget() {
    byName = null;
  }

  /** Names of all supertypes of the loaded classes of this name. */
  public Set<String> superclassesOf(String className) {
    Set<String> names = new HashSet<>();
    Arrays.stream(loaded())
        .filter(type -> type.getName().equals(className))
        .forEach(type -> addSupertypes(type, names));
    return names;
  }

  private static void addSupertypes(Class<?> type, Set<String> names) {
    Class<?> parent = type.getSuperclass();
    if (parent != null && parent != Object.class) {
      names.add(parent.getName());
      addSupertypes(parent, names);
    }
    for (Class<?> parentInterface : type.getInterfaces()) {
      names.add(parentInterface.getName());
      addSupertypes(parentInterface, names);
    }
  }
}
