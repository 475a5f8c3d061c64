package io.standstill.it;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The script that runs samples, as a user calls it, with a Maven put in front.
 *
 * @param samples its directory
 * @param maven the directory of that Maven
 */
record SampleScript(Path samples, Path maven) {
  private static final Duration LONG = Duration.ofSeconds(120);

  /** They are over before optimised code would be of use. */
  private static final String QUICK = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** The script below this directory, with a Maven that is these lines of shell. */
  static SampleScript with(String maven, Path place, Path samples) throws IOException {
    Files.createDirectories(place);
    Path command = place.resolve("mvn");
    Files.writeString(command, "#!/bin/sh\n" + maven + "\n");
    if (!command.toFile().setExecutable(true)) {
      throw new IOException(command + " cannot be made executable");
    }
    return new SampleScript(samples, place);
  }

  /**
   * Runs it.
   *
   * @param log where all that it says goes
   * @return its exit status
   */
  int run(Jdk jdk, Path log, String... arguments) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(samples.resolve("run").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(ForkedJvm::changesTheJvm);
    builder.environment().put("JAVA_HOME", jdk.home().toString());
    builder.environment().put("JDK_JAVA_OPTIONS", QUICK);
    builder.environment().put("PATH", maven + File.pathSeparator + System.getenv("PATH"));
    Process process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(LONG.toSeconds(), TimeUnit.SECONDS)) {
        throw new AssertionError("still runs after " + LONG + ": " + Files.readString(log));
      }
      return process.exitValue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
