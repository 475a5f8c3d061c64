package io.standstill.it;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program in a JVM of its own. What it says goes to files that stay after the test: {@code
 * stdout}, {@code stderr}, {@code findings} (JSON lines), {@code report} and {@code command}.
 */
public final class ForkedJvm implements AutoCloseable {
  private final Process process;
  private final Path directory;

  private ForkedJvm(Process process, Path directory) {
    this.process = process;
    this.directory = directory;
  }

  public static Builder on(Jdk jdk, String logName) {
    return new Builder(jdk, logName);
  }

  public long pid() {
    return process.pid();
  }

  public Path directory() {
    return directory;
  }

  public Path findingsFile() {
    return directory.resolve("findings");
  }

  public String stdout() {
    return read("stdout");
  }

  public String stderr() {
    return read("stderr");
  }

  public String report() {
    return read("report");
  }

  /** The complete lines of the findings file so far. */
  public List<Told> findings() {
    String text = read("findings");
    List<Told> told = new ArrayList<>();
    int end = text.lastIndexOf('\n');
    if (end > 0) {
      text.substring(0, end)
          .lines()
          .forEach(line -> told.add(new Told(JsonParser.parseString(line).getAsJsonObject())));
    }
    return told;
  }

  /** Waits for so many lines in the findings file; returns what is there at the end. */
  public List<Told> awaitFindings(int count, Duration atMost) {
    Waiting.until(() -> findings().size() >= count || !process.isAlive(), atMost);
    return findings();
  }

  /** Waits for a complete line on standard output that starts so; fails if none comes. */
  public String awaitLine(String start, Duration atMost) {
    Waiting.until(() -> line(start) != null || !process.isAlive(), atMost);
    String line = line(start);
    if (line == null) {
      throw new AssertionError("never said " + start + ": " + everything());
    }
    return line;
  }

  /** Waits until the report says this: it is written after the findings. Fails if it never does. */
  public void awaitReport(String piece, Duration atMost) {
    if (!Waiting.until(() -> report().contains(piece), atMost)) {
      throw new AssertionError("never reported " + piece + ": " + everything());
    }
  }

  /** The same for standard error. */
  public void awaitStderr(String piece, Duration atMost) {
    if (!Waiting.until(() -> stderr().contains(piece), atMost)) {
      throw new AssertionError("never said " + piece + ": " + everything());
    }
  }

  private String line(String start) {
    String text = stdout();
    int end = text.lastIndexOf('\n');
    return end < 0
        ? null
        : text.substring(0, end)
            .lines()
            .filter(line -> line.startsWith(start))
            .findFirst()
            .orElse(null);
  }

  /** Tells the program to go on. */
  public void goOn() throws IOException {
    OutputStream in = process.getOutputStream();
    in.write('\n');
    in.flush();
  }

  public boolean alive() {
    return process.isAlive();
  }

  /** Its exit status; fails if it does not end in time. */
  public int awaitExit(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("still runs after " + atMost + ": " + everything());
    }
    return process.exitValue();
  }

  /** All that it said, for a failure message. */
  public String everything() {
    return directory
        + "\n--- stdout\n"
        + stdout()
        + "--- stderr\n"
        + stderr()
        + "--- findings\n"
        + read("findings")
        + "--- report\n"
        + report();
  }

  private String read(String file) {
    Path path = directory.resolve(file);
    try {
      return Files.exists(path)
          ? new String(Files.readAllBytes(path), StandardCharsets.UTF_8).replace("\r\n", "\n")
          : "";
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    if (!Waiting.until(() -> !process.isAlive(), Duration.ofSeconds(60))) {
      throw new IllegalStateException("cannot end process " + pid());
    }
  }

  /** True for environment variables that would change what a JVM does. */
  public static boolean changesTheJvm(String variable) {
    return variable.contains("JAVA_OPTIONS")
        || variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("CLASSPATH")
        || variable.startsWith("STANDSTILL_");
  }

  /** What to start, and how. */
  public static final class Builder {
    private final Jdk jdk;
    private final Path directory;
    private final List<String> flags = new ArrayList<>();
    private final List<String> last = new ArrayList<>();
    private final Map<String, String> environment = new HashMap<>();
    private Path workingDirectory;
    private Path standardError;

    private Builder(Jdk jdk, String logName) {
      this.jdk = jdk;
      directory = Workshop.logs().resolve(logName);
      standardError = directory.resolve("stderr");
      flags.addAll(List.of("-XX:+UseSerialGC", "-Xmx256m"));
    }

    /** Where its output will be. */
    public Path directory() {
      return directory;
    }

    /** An environment variable; those that change JVMs are taken away otherwise. */
    public Builder environment(String name, String value) {
      environment.put(name, value);
      return this;
    }

    /** Sends standard error elsewhere. */
    public Builder standardErrorTo(Path elsewhere) {
      standardError = elsewhere;
      return this;
    }

    /** Starts in this directory. */
    public Builder in(Path directory) {
      workingDirectory = directory;
      return this;
    }

    /** JVM flags; they come after the usual ones, and before the agent. */
    public Builder flags(String... more) {
      flags.addAll(Arrays.asList(more));
      return this;
    }

    /** Verifies the JDK's classes too, which a JVM does not do by itself: for those we weave. */
    public Builder verifyingAll() {
      return flags("-Xverify:all");
    }

    /** For programs that are over before optimised code would be of use. */
    public Builder shortLived() {
      return flags("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=8");
    }

    /** Runs under the agent with these options. */
    public Builder agent(String options) {
      return flags("-javaagent:" + Workshop.jar() + (options.isEmpty() ? "" : "=" + options));
    }

    /** Runs under the agent: findings and readable reports go to files beside the output. */
    public Builder agentWithFiles() {
      return agentWithFiles("");
    }

    /** The same, with more options, which begin with a comma. */
    public Builder agentWithFiles(String more) {
      return agent(findingsOption() + ",log=" + directory.resolve("report") + more);
    }

    public String findingsOption() {
      return "findings=" + directory.resolve("findings");
    }

    /** Runs one of the programs of this module, which are all short-lived. */
    public Builder program(String mainClass, String... arguments) {
      shortLived();
      last.addAll(List.of("-cp", Workshop.programs().toString(), mainClass));
      last.addAll(Arrays.asList(arguments));
      return this;
    }

    /** Whatever comes last on the command line. */
    public Builder command(String... arguments) {
      last.addAll(Arrays.asList(arguments));
      return this;
    }

    public ForkedJvm start() throws IOException {
      Workshop.empty(directory);
      List<String> command = new ArrayList<>();
      command.add(jdk.command("java"));
      command.addAll(flags);
      command.addAll(last);
      Files.writeString(directory.resolve("command"), String.join(" ", command) + "\n");
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.environment().keySet().removeIf(ForkedJvm::changesTheJvm);
      builder.environment().putAll(environment);
      if (workingDirectory != null) {
        builder.directory(workingDirectory.toFile());
      }
      builder.redirectOutput(directory.resolve("stdout").toFile());
      builder.redirectError(standardError.toFile());
      return new ForkedJvm(builder.start(), directory);
    }
  }
}
