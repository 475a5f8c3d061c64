package io.standstill.it.builds;

import io.standstill.it.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user's local Maven repository, seen through links, with the packaged artifacts of this build
 * in it: as if they were installed, while nothing is.
 */
final class LocalRepository {
  private static final String GROUP = "io";
  private static final String OURS = "standstill";

  private LocalRepository() {}

  static Path get() {
    return Made.VIEW;
  }

  static String version() {
    return told("standstill.it.version");
  }

  private static Path make() {
    Path usual = Path.of(told("standstill.it.repository"));
    Path view = Workshop.logs().resolveSibling("builds").resolve("repository").toAbsolutePath();
    try {
      Workshop.empty(view);
      Files.createDirectories(usual.resolve(GROUP));
      link(usual, view, GROUP);
      Files.createDirectories(view.resolve(GROUP));
      link(usual.resolve(GROUP), view.resolve(GROUP), OURS);
      Path root = Path.of(told("standstill.it.root")).toRealPath();
      put(view, "standstill-parent", root.resolve("pom.xml"), null);
      Path bundle = root.resolve("agent/bundle/target");
      put(view, "standstill", bundle.resolve("dependency-reduced-pom.xml"), Workshop.jar());
      Path junit = root.resolve("agent/junit");
      Path jar = junit.resolve("target/standstill-junit-" + version() + ".jar");
      put(view, "standstill-junit", junit.resolve("pom.xml"), jar);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return view;
  }

  private static void link(Path from, Path into, String but) throws IOException {
    List<Path> entries;
    try (Stream<Path> all = Files.list(from)) {
      entries = all.filter(entry -> !entry.endsWith(but)).toList();
    }
    for (Path entry : entries) {
      Files.createSymbolicLink(into.resolve(entry.getFileName()), entry.toRealPath());
    }
  }

  private static void put(Path view, String artifact, Path pom, Path jar) throws IOException {
    Path directory = view.resolve(Path.of(GROUP, OURS, artifact, version()));
    Files.createDirectories(directory);
    String name = artifact + "-" + version();
    Files.copy(pom, directory.resolve(name + ".pom"));
    if (jar != null) {
      Files.copy(jar, directory.resolve(name + ".jar"));
    }
  }

  static String told(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("the build must set the system property " + property);
    }
    return value;
  }

  private static final class Made {
    private static final Path VIEW = make();
  }
}
