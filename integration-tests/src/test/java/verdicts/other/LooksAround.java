package verdicts.other;

import java.util.Collections;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Tries to load whatever a jar has classes of, and says what came from which class loader. */
public final class LooksAround {
  private static final ClassLoader[] LOADERS = {
    ClassLoader.getSystemClassLoader(),
    ClassLoader.getPlatformClassLoader(),
    Thread.currentThread().getContextClassLoader(),
    null
  };

  /** The jar; its folders, apart from that of its root, each before the name of a class. */
  public static void main(String[] args) throws Exception {
    TreeSet<String> seen = new TreeSet<>();
    try (JarFile jar = new JarFile(args[0])) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.endsWith(".class") || name.endsWith(".classdata")) {
          String path = name.substring(0, name.lastIndexOf('.')).replaceFirst(args[1], "");
          for (ClassLoader loader : LOADERS) {
            look(path.replace('/', '.'), loader, seen);
          }
        }
      }
    }
    seen.forEach(System.out::println);
  }

  private static void look(String name, ClassLoader loader, TreeSet<String> seen) {
    try {
      ClassLoader from = Class.forName(name, false, loader).getClassLoader();
      seen.add((from == null ? "boot" : from.getName()) + " " + name);
    } catch (ClassNotFoundException hidden) {
      return;
    }
  }
}
