package io.standstill.engine;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import jdk.internal.misc.Unsafe;

/**
 * Defines the recorder's classes in the boot class loader, from memory.
 *
 * <p>Appending the jar to the boot class path instead would show all of it to the application, and
 * would cost class-data sharing. In the jar the recorder's package is {@code java.standstill}:
 * class loaders that hide everything else (OSGi, application servers) still delegate {@code
 * java.*}.
 *
 * <p>Classes come in the order of their names, so a superclass needs a name that sorts before those
 * of its subclasses.
 */
final class RecorderDefiner {
  private static final String FOLDER = "recorder/";
  private static final String SUFFIX = ".classdata";

  private RecorderDefiner() {}

  /** True if some agent of ours is in this JVM already. */
  static boolean isDefined() {
    try {
      Class.forName("java.standstill.Journals", false, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }

  static void define(File agentJar, Instrumentation instrumentation) throws IOException {
    Class<?> last = null;
    try (JarFile jar = new JarFile(agentJar, false)) {
      for (JarEntry entry : Collections.list(jar.entries())) {
        String name = entry.getName();
        if (name.startsWith(FOLDER) && name.endsWith(SUFFIX)) {
          byte[] bytes = read(jar, entry);
          String className = name.substring(FOLDER.length(), name.length() - SUFFIX.length());
          last = Unsafe.getUnsafe().defineClass(className, bytes, 0, bytes.length, null, null);
        }
      }
    }
    if (last == null) {
      throw new IOException("no recorder in " + agentJar);
    }
    JdkModules.exportToRecorder(instrumentation, last.getModule());
  }

  private static byte[] read(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }
}
