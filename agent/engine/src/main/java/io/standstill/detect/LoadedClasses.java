package io.standstill.detect;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Answers questions about loaded classes by name, without loading any. */
final class LoadedClasses {
  private final Supplier<Class<?>[]> all;

  LoadedClasses(Supplier<Class<?>[]> all) {
    this.all = all;
  }

  /** Names of all supertypes of the loaded classes of this name. */
  Set<String> superclassesOf(String className) {
    Set<String> names = new HashSet<>();
    Arrays.stream(all.get())
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
