package io.standstill.junit;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Another JVM with a program of ours, for what a JVM must not do to itself. */
final class OtherJvm {
  /** What would make it do more than it is asked for. */
  private static final Set<String> NOT_FOR_THE_CHILD =
      Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

  private OtherJvm() {}

  /**
   * The same Java as this one, not started yet. Its first argument is the process id of this JVM.
   *
   * @throws IllegalStateException if it is not known where our own code is
   */
  static ProcessBuilder running(Class<?> program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-XX:-UsePerfData",
                "-cp",
                ownCode().toString(),
                program.getName(),
                Long.toString(ProcessHandle.current().pid())));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeAll(NOT_FOR_THE_CHILD);
    return builder.redirectErrorStream(true);
  }

  /**
   * The jar, or the directory, that this class comes from.
   *
   * @throws IllegalStateException if that is not known
   */
  static Path ownCode() {
    try {
      return Path.of(OtherJvm.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (RuntimeException | URISyntaxException nowhere) {
      throw new IllegalStateException(
          "the tests' class loader does not tell where it has it from", nowhere);
    }
  }
}
