package io.standstill.benchmarks;

import io.standstill.benchmarks.load.H2Load;
import io.standstill.benchmarks.load.JettyLoad;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Measures what the agent costs and prints Markdown tables: {@code java -jar benchmarks.jar
 * [GROUP...] [--jdk HOME] [--agent JAR] [--rounds N]}. Without a group it runs them all.
 */
public final class Benchmarks {
  private static final Map<String, Group> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("locks", new LockGroup());
    GROUPS.put("start", new StartGroup());
    GROUPS.put("size", new SizeGroup());
    GROUPS.put("pools", new PoolGroup());
    GROUPS.put("h2", new LoadGroup("H2", H2Load.class, 15_000));
    GROUPS.put("jetty", new LoadGroup("Jetty", JettyLoad.class, 8_000));
    GROUPS.put("tests", new TestsGroup());
  }

  private final Set<String> groups = new LinkedHashSet<>();
  private Path java = Path.of(System.getProperty("java.home"), "bin", "java");
  private Path agent;
  private int rounds = 20;

  private Benchmarks(String... arguments) throws IOException {
    // benchmarks.jar lies in integration-tests/benchmarks/target.
    agent = jar().resolve("../../../../agent/bundle/target/standstill.jar").normalize();
    for (int i = 0; i < arguments.length; i++) {
      String argument = arguments[i];
      if (GROUPS.containsKey(argument)) {
        groups.add(argument);
      } else {
        i++;
        set(argument, i < arguments.length ? arguments[i] : "");
      }
    }
    if (!Files.exists(agent)) {
      throw new IllegalArgumentException("There is no agent at " + agent);
    }
  }

  /** Runs the groups that were asked for. */
  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    try {
      new Benchmarks(arguments).run();
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
    }
  }

  /** The jar that this class is in. */
  static Path jar() throws IOException {
    try {
      return Path.of(Benchmarks.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException notAFile) {
      throw new IOException(notAFile);
    }
  }

  private void set(String option, String value) {
    switch (option) {
      case "--jdk" -> java = Path.of(value, "bin", "java");
      case "--agent" -> agent = Path.of(value).toAbsolutePath();
      case "--rounds" -> rounds = Integer.parseInt(value);
      default ->
          throw new IllegalArgumentException(
              "Unknown: "
                  + option
                  + "; there are the groups "
                  + GROUPS.keySet()
                  + " and the options --jdk, --agent, --rounds");
    }
  }

  private void run() throws Exception {
    Jvm jvm = new Jvm(java, agent);
    for (Map.Entry<String, Group> group : GROUPS.entrySet()) {
      if (groups.isEmpty() || groups.contains(group.getKey())) {
        group.getValue().run(jvm, rounds, System.out);
        System.out.println();
      }
    }
  }
}
