package io.standstill.it.libraries;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Packs compiled programs as agents or bundles. */
final class ToolJars {
  private ToolJars() {}

  /** An agent whose premain is in that class. */
  static Path agent(Path jar, Path classes, String premainClass) {
    return pack(
        jar,
        classes,
        Map.of(
            "Premain-Class", premainClass,
            "Can-Redefine-Classes", "true",
            "Can-Retransform-Classes", "true"));
  }

  /** All classes under the directory, with these attributes in the manifest. */
  static Path pack(Path jar, Path classes, Map<String, String> attributes) {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.forEach(manifest.getMainAttributes()::putValue);
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(classes)) {
        files = walk.filter(Files::isRegularFile).sorted().toList();
      }
      for (Path path : files) {
        String name = classes.relativize(path).toString().replace('\\', '/');
        out.putNextEntry(new JarEntry(name));
        Files.copy(path, out);
        out.closeEntry();
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return jar;
  }
}
