package io.standstill.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import verdicts.Clean;
import verdicts.Predicted;
import verdicts.Verdict;

/** A program of the corpus: its class, and what it declares about itself. */
record VerdictProgram(Class<?> main) {

  /** All programs, or those that {@code standstill.it.only} selects. */
  static List<VerdictProgram> all() {
    return selected().stream()
        .filter(program -> program.isClean() || !program.verdicts().isEmpty())
        .toList();
  }

  /** Those for which something is predicted, or those of them that are selected. */
  static List<VerdictProgram> predicted() {
    return selected().stream()
        .filter(program -> program.main().isAnnotationPresent(Predicted.class))
        .toList();
  }

  private static List<VerdictProgram> selected() {
    List<String> only = List.of(System.getProperty("standstill.it.only", "").split(","));
    Path root = Workshop.programs();
    try (Stream<Path> files = Files.walk(root.resolve("verdicts"))) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.contains("$"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .filter(name -> only.stream().anyMatch(name::contains))
          .sorted()
          .map(VerdictProgram::load)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static VerdictProgram load(String name) {
    try {
      return new VerdictProgram(Class.forName(name, false, VerdictProgram.class.getClassLoader()));
    } catch (ClassNotFoundException gone) {
      throw new IllegalStateException(gone);
    }
  }

  boolean isClean() {
    return main.isAnnotationPresent(Clean.class);
  }

  List<Verdict> verdicts() {
    return List.of(main.getAnnotationsByType(Verdict.class));
  }

  boolean isResolved() {
    return verdicts().stream().anyMatch(Verdict::resolved);
  }

  boolean runsOn(Jdk jdk) {
    int since = isClean() ? main.getAnnotation(Clean.class).since() : verdicts().get(0).since();
    return jdk.feature() >= since;
  }

  /** A JVM for it; one that verifies woven classes of the JDK too if the program is about those. */
  ForkedJvm.Builder jvm(Jdk jdk, String variant) {
    ForkedJvm.Builder builder = ForkedJvm.on(jdk, logName(jdk, variant));
    return mainClass().contains(".jdk.") ? builder.verifyingAll() : builder;
  }

  /** JVM flags that it needs. */
  String[] flags() {
    return isClean() ? main.getAnnotation(Clean.class).flags() : verdicts().get(0).flags();
  }

  /** All that a clean program prints; empty if a run without the agent must tell. */
  String says() {
    return main.getAnnotation(Clean.class).says();
  }

  /** Options for the agent, each after a comma. */
  String options() {
    String[] options =
        isClean() ? main.getAnnotation(Clean.class).options() : verdicts().get(0).options();
    return Stream.of(options).map(option -> "," + option).collect(Collectors.joining());
  }

  String mainClass() {
    return main.getName();
  }

  /** Directory name for its logs on a JDK. */
  String logName(Jdk jdk, String variant) {
    return "verdicts-"
        + jdk.feature()
        + "/"
        + mainClass().substring("verdicts.".length())
        + variant;
  }

  /** The lines of its source that carry a marker, as the tail of a site: {@code (File.java:12)}. */
  Set<String> marked(String marker) {
    Path source = Workshop.sources().resolve(mainClass().replace('.', '/') + ".java");
    Set<String> places = new TreeSet<>();
    try {
      int line = 0;
      for (String text : Files.readAllLines(source)) {
        line++;
        if (text.contains("// " + marker)) {
          places.add("(" + main.getSimpleName() + ".java:" + line + ")");
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return places;
  }

  @Override
  public String toString() {
    return mainClass().substring("verdicts.".length());
  }
}
