package io.standstill.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class NamedByHooksTest {
  private static final int CONSTANT_CLASS = 7;

  @Test
  void areAllThatTheRecorderNames() throws Exception {
    Path classes =
        Path.of(NamedByHooks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Set<String> named = new TreeSet<>();
    if (Files.isDirectory(classes)) {
      addAll(classes, named);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(classes)) {
        addAll(jar.getPath("/"), named);
      }
    }
    Set<String> loaded =
        NamedByHooks.load().stream()
            .map(Class::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(named.contains("java.util.concurrent.Semaphore"), named::toString);
    assertEquals(named, loaded);
  }

  private static void addAll(Path classes, Set<String> named) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("NamedByHooks.class"))
          .forEach(file -> addNamed(file, named));
    }
  }

  private static void addNamed(Path file, Set<String> named) {
    ClassReader reader;
    try {
      reader = new ClassReader(Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && reader.readByte(item - 1) == CONSTANT_CLASS) {
        String name = reader.readUTF8(item, buffer).replace('/', '.');
        if (name.startsWith("java.util.concurrent.") || name.startsWith("java.util.function.")) {
          named.add(name);
        }
      }
    }
  }
}
