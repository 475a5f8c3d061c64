package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.util.CheckClassAdapter;

/** Weaves thousands of classes that others wrote: those of the test class path and of the JDK. */
class RealClassesTest {

  @Test
  void theJvmVerifiesWovenLibraries() throws IOException {
    Map<String, byte[]> classes = classPath();
    Coverage coverage = new Coverage();
    LibraryLoader loader = new LibraryLoader(classes, coverage);
    List<String> broken = new ArrayList<>();
    for (String name : classes.keySet()) {
      try {
        loader.loadClass(name).getDeclaredMethods(); // Links the class, and so verifies it.
      } catch (VerifyError | ClassFormatError | ReflectiveOperationException refusal) {
        broken.add(name + ": " + refusal);
      } catch (LinkageError missing) {
        // An optional dependency of the library.
      }
    }
    assertEquals(List.of(), broken);
    assertEquals(Map.of(), coverage.skipped());
    assertTrue(coverage.classesWoven() >= 30, coverage.line());
  }

  @Test
  void wovenJdkClassesAreSoundAndLockInStructure() throws IOException {
    Coverage coverage = new Coverage();
    try (Stream<Path> files =
        Files.walk(FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base"))) {
      for (Path file : (Iterable<Path>) files.filter(RealClassesTest::isClass)::iterator) {
        byte[] classFile = Files.readAllBytes(file);
        byte[] woven =
            ClassWeaver.weave(
                null, file.toString(), classFile, FixtureLoader.NOTHING_LOADED, coverage);
        if (woven != null) {
          checkSound(file.toString(), woven);
          checkStructure(file.toString(), classFile, woven);
        }
      }
    }
    assertEquals(Map.of(), coverage.skipped());
    assertTrue(coverage.classesWoven() > 300, coverage.line());
  }

  private static boolean isClass(Path file) {
    return file.toString().endsWith(".class") && !file.endsWith("module-info.class");
  }

  private static void checkSound(String name, byte[] woven) {
    try {
      new ClassReader(woven).accept(new CheckClassAdapter(new ClassNode(), true), 0);
    } catch (RuntimeException unsound) {
      fail(name, unsound);
    }
  }

  /** What is structured before is structured after; a few methods never were. */
  private static void checkStructure(String name, byte[] before, byte[] after) {
    ClassNode original = read(before);
    ClassNode woven = read(after);
    for (int i = 0; i < original.methods.size(); i++) {
      MethodNode method = original.methods.get(i);
      if (MonitorDepth.complaints(method).isEmpty()) {
        assertEquals(
            List.of(), MonitorDepth.complaints(woven.methods.get(i)), name + " " + method.name);
      }
    }
  }

  private static ClassNode read(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    return node;
  }

  private static Map<String, byte[]> classPath() throws IOException {
    Map<String, byte[]> classes = new HashMap<>();
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (element.endsWith(".jar")) {
        addJar(new File(element), classes);
      }
    }
    return classes;
  }

  private static void addJar(File file, Map<String, byte[]> classes) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
        String name = entry.getName();
        if (name.endsWith(".class") && !name.startsWith("META-INF") && !name.contains("-info")) {
          try (InputStream in = jar.getInputStream(entry)) {
            classes.put(
                name.substring(0, name.length() - ".class".length()).replace('/', '.'),
                in.readAllBytes());
          }
        }
      }
    }
  }

  private static final class LibraryLoader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private final Coverage coverage;

    LibraryLoader(Map<String, byte[]> classes, Coverage coverage) {
      super(RealClassesTest.class.getClassLoader());
      this.classes = classes;
      this.coverage = coverage;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] classFile = name.startsWith("io.standstill.") ? null : classes.get(name);
      if (classFile == null) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        byte[] woven =
            ClassWeaver.weave(null, name, classFile, FixtureLoader.NOTHING_LOADED, coverage);
        byte[] defined = woven != null ? woven : classFile;
        return defineClass(name, defined, 0, defined.length);
      }
    }
  }
}
