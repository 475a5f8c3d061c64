package io.standstill.benchmarks.size;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Loads every class of some jars and compares its bytes with the jar's. Runs as an agent behind the
 * one to be measured, and thus sees what that one made of each class.
 */
public final class ClassSizes implements ClassFileTransformer {
  private static final Map<String, byte[]> LOADED = new ConcurrentHashMap<>();

  private int woven;
  private long bytesBefore;
  private long bytesAdded;

  private ClassSizes() {}

  /** Listens to the classes that are loaded. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    instrumentation.addTransformer(new ClassSizes(), true);
  }

  /** Prints a line per jar. */
  public static void main(String[] jars) throws IOException {
    for (String jar : jars) {
      new ClassSizes().measure(new File(jar));
    }
  }

  @Override
  public byte[] transform(
      ClassLoader loader,
      String name,
      Class<?> redefined,
      ProtectionDomain domain,
      byte[] classFile) {
    if (loader == ClassSizes.class.getClassLoader() && name != null) {
      LOADED.put(name + ".class", classFile.clone());
    }
    return null;
  }

  private void measure(File file) throws IOException {
    int loaded = 0;
    try (JarFile jar = new JarFile(file)) {
      for (JarEntry entry : jar.stream().filter(ClassSizes::isClass).toList()) {
        if (load(entry.getName())) {
          loaded++;
          compare(jar, entry);
        }
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %,d | %d | %.1f %% |%n",
        file.getName().replace(".jar", ""),
        loaded,
        woven,
        woven == 0 ? 0 : bytesAdded / woven,
        100.0 * bytesAdded / bytesBefore);
  }

  private static boolean isClass(JarEntry entry) {
    String name = entry.getName();
    return name.endsWith(".class") && !name.startsWith("META-INF/") && !name.contains("-info");
  }

  /** Loads a class without initialising it; false if it needs a library that is not here. */
  private static boolean load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
    try {
      Class.forName(name, false, ClassSizes.class.getClassLoader());
      return LOADED.containsKey(file);
    } catch (ClassNotFoundException | LinkageError incomplete) {
      return false;
    }
  }

  private void compare(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] before = in.readAllBytes();
      byte[] after = LOADED.get(entry.getName());
      bytesBefore += before.length;
      if (!Arrays.equals(before, after)) {
        woven++;
        bytesAdded += after.length - before.length;
      }
    }
  }
}
