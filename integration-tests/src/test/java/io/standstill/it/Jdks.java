package io.standstill.it;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Finds the promised JDKs: where a variable or property says, else the running one, else beside the
 * running one. A told place that holds no such JDK is an error; a promised JDK that nobody told of
 * and that is not there is skipped, unless the build was told to require all of them.
 */
public final class Jdks {
  private static final List<Integer> PROMISED = List.of(17, 25);

  private final Map<String, String> environment;
  private final Properties properties;
  private final Path running;

  Jdks(Map<String, String> environment, Properties properties, Path running) {
    this.environment = environment;
    this.properties = properties;
    this.running = running;
  }

  /**
   * The promised JDKs of this machine, those that are missing without a home; or, if {@code
   * STANDSTILL_IT_JDKS} names others ({@code 17,21}), these.
   */
  public static List<Jdk> promised() {
    return new Jdks(
            System.getenv(), System.getProperties(), Path.of(System.getProperty("java.home")))
        .wanted();
  }

  List<Jdk> wanted() {
    String named = environment.get("STANDSTILL_IT_JDKS");
    if (named == null || named.isBlank()) {
      return PROMISED.stream().map(this::find).toList();
    }
    return Stream.of(named.split(",")).map(feature -> find(featureOf(feature, named))).toList();
  }

  private static int featureOf(String feature, String named) {
    try {
      return Integer.parseInt(feature.strip());
    } catch (NumberFormatException notOne) {
      throw new IllegalStateException(
          "STANDSTILL_IT_JDKS=" + named + " must name JDKs by number, such as 17,25", notOne);
    }
  }

  /** The one that runs this test. */
  public static Jdk running() {
    return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
  }

  public Jdk find(int feature) {
    String variable = "STANDSTILL_JDK_" + feature;
    String property = "standstill.it.jdk" + feature;
    String told = properties.getProperty(property, environment.get(variable));
    if (told != null && !told.isBlank()) {
      String name = properties.getProperty(property) != null ? property : variable;
      return toldOf(feature, name, Path.of(told));
    }
    if (isJdk(running, feature)) {
      return new Jdk(feature, running);
    }
    Path beside = besideRunning(feature);
    if (beside == null && (required() || !PROMISED.contains(feature))) {
      throw new IllegalStateException(
          "no JDK " + feature + " found: set " + variable + " to its directory");
    }
    return new Jdk(feature, beside);
  }

  private static Jdk toldOf(int feature, String name, Path home) {
    if (!isJdk(home, feature)) {
      throw new IllegalStateException(
          name + "=" + home + " is not the directory of a JDK " + feature);
    }
    return new Jdk(feature, home);
  }

  private boolean required() {
    String told = properties.getProperty("standstill.it.requireJdks");
    return told != null && !told.equals("false") || "true".equals(environment.get("CI"));
  }

  private Path besideRunning(int feature) {
    Path parent = running.getParent();
    if (parent == null) {
      return null;
    }
    try (Stream<Path> siblings = Files.list(parent)) {
      return siblings.sorted().filter(home -> isJdk(home, feature)).findFirst().orElse(null);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** True if the directory says it is that JDK, and can compile and run. */
  private static boolean isJdk(Path home, int feature) {
    Path release = home.resolve("release");
    if (!Files.isRegularFile(release) || !Files.isExecutable(home.resolve("bin/javac"))) {
      return false;
    }
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(release)) {
      told.load(in);
    } catch (IOException unreadable) {
      return false;
    }
    String version = told.getProperty("JAVA_VERSION", "").replace("\"", "");
    return version.split("[.+-]", 2)[0].equals(Integer.toString(feature));
  }
}
