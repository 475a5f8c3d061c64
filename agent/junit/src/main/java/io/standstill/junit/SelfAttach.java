package io.standstill.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Attaches the agent to this JVM. A JVM must not attach to itself, so another one does it, as
 * {@link AttachMain}. That one takes long to begin, so it can be made ready beforehand.
 */
final class SelfAttach implements AutoCloseable {
  /** Ample: on a machine that is overloaded all of it takes a hundred times as long. */
  private static final long PATIENCE_SECONDS = 120;

  /** What would make the other JVM do more than it is asked for. */
  private static final Set<String> NOT_FOR_THE_CHILD =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private final Path agentJar;
  private final Process process;

  private SelfAttach(Path agentJar, Process process) {
    this.agentJar = agentJar;
    this.process = process;
  }

  /**
   * Starts the other JVM; does not wait for it.
   *
   * @throws AgentMissingError if that cannot be done, with the reason
   */
  static SelfAttach prepare(Path agentJar) {
    if (agentJar == null) {
      throw new AgentMissingError("the agent jar is not on the class path of the tests", null);
    }
    try {
      return new SelfAttach(agentJar, command(agentJar).start());
    } catch (IOException failure) {
      throw failed(failure, agentJar);
    }
  }

  /**
   * Returns once the agent watches this JVM.
   *
   * @throws AgentMissingError if it does not, with the reason
   */
  void run(List<String> options) {
    try {
      say(String.join(",", options));
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AgentMissingError("attaching it took too long", agentJar);
      }
      if (process.exitValue() != 0) {
        throw new AgentMissingError(words(process), agentJar);
      }
    } catch (IOException failure) {
      throw failed(failure, agentJar);
    } catch (InterruptedException stopped) {
      throw new AgentMissingError("attaching it was interrupted", agentJar);
    }
  }

  /** If it has ended already, its status tells more than that it does not listen. */
  private void say(String options) throws IOException, InterruptedException {
    try (OutputStream in = process.getOutputStream()) {
      in.write((options + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException broken) {
      if (!process.waitFor(1, TimeUnit.SECONDS)) {
        throw broken;
      }
    }
  }

  /** The other JVM ends, if it has not: it has nothing more to do. */
  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static AgentMissingError failed(IOException failure, Path agentJar) {
    return new AgentMissingError("attaching it failed: " + failure.getMessage(), agentJar);
  }

  private static ProcessBuilder command(Path agentJar) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:-UsePerfData",
            "-cp",
            ownCode().toString(),
            AttachMain.class.getName(),
            Long.toString(ProcessHandle.current().pid()),
            agentJar.toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(NOT_FOR_THE_CHILD);
    return builder.redirectErrorStream(true);
  }

  /** The jar, or the directory, that this class comes from. */
  private static Path ownCode() {
    try {
      return Path.of(SelfAttach.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (RuntimeException | URISyntaxException nowhere) {
      throw new AgentMissingError(
          "the tests' class loader does not tell where it has it from", null);
    }
  }

  /** What it said, in one line. It says little, so that the pipe holds it all. */
  private static String words(Process process) throws IOException {
    try (InputStream said = process.getInputStream()) {
      String text = new String(said.readAllBytes(), Charset.defaultCharset()).strip();
      return text.replaceFirst("^standstill: ", "").replaceAll("\\R", " ");
    }
  }
}
