package io.standstill.junit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Attaches the agent to this JVM. A JVM must not attach to itself, so another one does it, as
 * {@link AttachMain}.
 */
final class SelfAttach {
  private static final long PATIENCE_SECONDS = 30;

  /** What would make the other JVM do more than it is asked for. */
  private static final Set<String> NOT_FOR_THE_CHILD =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private SelfAttach() {}

  /**
   * Returns once the agent watches this JVM.
   *
   * @throws AgentMissingError if it does not, with the reason
   */
  static void run(Path agentJar, List<String> options) {
    if (agentJar == null) {
      throw new AgentMissingError("the agent jar is not on the class path of the tests", null);
    }
    try {
      Process process = command(agentJar, options).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AgentMissingError("attaching it took too long", agentJar);
      }
      if (process.exitValue() != 0) {
        throw new AgentMissingError(words(process), agentJar);
      }
    } catch (IOException failure) {
      throw new AgentMissingError("attaching it failed: " + failure.getMessage(), agentJar);
    } catch (InterruptedException stopped) {
      throw new AgentMissingError("attaching it was interrupted", agentJar);
    }
  }

  private static ProcessBuilder command(Path agentJar, List<String> options) {
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
            agentJar.toString(),
            String.join(",", options));
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
