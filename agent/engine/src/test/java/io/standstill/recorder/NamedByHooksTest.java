package io.standstill.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;

class NamedByHooksTest {
  private static final int CONSTANT_CLASS = 7;

  /** By class of the recorder, the classes that it names. */
  private final Map<String, Set<String>> named = new TreeMap<>();

  @BeforeEach
  void read() throws Exception {
    Path classes =
        Path.of(NamedByHooks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if (Files.isDirectory(classes)) {
      readAll(classes);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(classes)) {
        readAll(jar.getPath("/"));
      }
    }
    named.remove(NamedByHooks.class.getName());
  }

  private void readAll(Path classes) throws IOException {
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".class")).toList()) {
        ClassReader reader = new ClassReader(Files.readAllBytes(file));
        named.put(reader.getClassName().replace('/', '.'), namesIn(reader));
      }
    }
  }

  @Test
  void areAllThatTheRecorderNames() {
    Set<String> ofTheJdk =
        named.values().stream()
            .flatMap(Set::stream)
            .filter(name -> name.matches("java[.]util[.](concurrent|function)[.].*"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(ofTheJdk.contains("java.util.concurrent.Semaphore"), ofTheJdk::toString);
    assertEquals(ofTheJdk, names(NamedByHooks.load()));
  }

  @Test
  void areReadByNobodyElse() {
    Set<String> readers = new TreeSet<>();
    named.forEach(
        (name, all) -> {
          if (all.contains(JdkField.class.getName()) && !name.equals(JdkField.class.getName())) {
            readers.add(name);
          }
        });
    assertTrue(readers.contains(StagedFutures.class.getName()), readers::toString);
    assertEquals(readers, names(NamedByHooks.loadRead()));
  }

  private static Set<String> names(List<Class<?>> classes) {
    return classes.stream().map(Class::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> namesIn(ClassReader reader) {
    Set<String> names = new TreeSet<>();
    char[] buffer = new char[reader.getMaxStringLength()];
    for (int i = 1; i < reader.getItemCount(); i++) {
      int item = reader.getItem(i);
      if (item > 0 && reader.readByte(item - 1) == CONSTANT_CLASS) {
        names.add(reader.readUTF8(item, buffer).replace('/', '.'));
      }
    }
    return names;
  }
}
