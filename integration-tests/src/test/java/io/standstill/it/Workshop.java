package io.standstill.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where things are: the agent jar, the programs, their sources, the logs. */
public final class Workshop {
  private Workshop() {}

  public static Path jar() {
    return place("standstill.it.jar", "../agent/bundle/target/standstill.jar");
  }

  public static Path programs() {
    return place("standstill.it.programs", "target/test-classes");
  }

  public static Path sources() {
    return place("standstill.it.sources", "src/test/java");
  }

  /** The sample applications, with the script that runs them. */
  public static Path samples() {
    return place("standstill.it.samples", "../sample-apps");
  }

  public static Path logs() {
    return place("standstill.it.logs", "target/it-logs");
  }

  private static Path place(String property, String usual) {
    return Path.of(System.getProperty(property, usual)).toAbsolutePath().normalize();
  }

  /** Makes the directory, without what an earlier run left in it. */
  public static void empty(Path directory) throws IOException {
    if (Files.exists(directory)) {
      List<Path> old;
      try (Stream<Path> walk = Files.walk(directory)) {
        old = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : old) {
        Files.delete(path);
      }
    }
    Files.createDirectories(directory);
  }
}
