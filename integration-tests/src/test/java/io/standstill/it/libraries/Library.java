package io.standstill.it.libraries;

import io.standstill.it.Workshop;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The jars of one folder: a library and what it needs. */
record Library(String name) {
  private static Path stage;

  static Path all() {
    return Path.of(System.getProperty("standstill.it.libraries", "target/libraries"))
        .toAbsolutePath()
        .normalize();
  }

  List<Path> jars() {
    try (Stream<Path> files = Files.list(all().resolve(name))) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      if (jars.isEmpty()) {
        throw new IllegalStateException("no jar of " + name);
      }
      return jars;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** The jar whose name starts so. */
  Path jar(String start) {
    return jars().stream()
        .filter(jar -> jar.getFileName().toString().startsWith(start))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + start + " in " + name));
  }

  /** The library, the stage, and these directories or jars before them. */
  String classPath(Path... first) {
    Stream<Path> own = Stream.of(first);
    return Stream.concat(own, Stream.concat(Stream.of(stage()), jars().stream()))
        .map(Path::toString)
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The stage that programs use, without all else that is beside it. */
  private static synchronized Path stage() {
    if (stage == null) {
      stage = copyStage();
    }
    return stage;
  }

  private static Path copyStage() {
    Path stage = Programs.built("stage");
    Path target = stage.resolve("verdicts");
    try {
      Files.createDirectories(target);
      for (String name : List.of("Body", "Luck", "Meeting", "Stage")) {
        String file = name + ".class";
        Path from = Workshop.programs().resolve("verdicts").resolve(file);
        Files.copy(from, target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return stage;
  }
}
