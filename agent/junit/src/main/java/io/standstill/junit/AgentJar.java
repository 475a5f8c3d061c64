package io.standstill.junit;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where the agent jar is: a dependency of ours, so on the class path. */
final class AgentJar {
  private static final String LAUNCHER = "io.standstill.Main";

  private AgentJar() {}

  /** The jar, or null if it is not on the class path as a file. */
  static Path find() {
    try {
      Class<?> launcher = Class.forName(LAUNCHER, false, AgentJar.class.getClassLoader());
      CodeSource source = launcher.getProtectionDomain().getCodeSource();
      return source == null ? null : file(source.getLocation());
    } catch (ClassNotFoundException | LinkageError notThere) {
      return null;
    }
  }

  private static Path file(URL location) {
    try {
      Path path = Path.of(location.toURI());
      return Files.isRegularFile(path) ? path : null;
    } catch (URISyntaxException | RuntimeException noFile) {
      return null;
    }
  }
}
