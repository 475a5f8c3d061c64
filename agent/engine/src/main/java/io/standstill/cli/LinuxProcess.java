package io.standstill.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What Linux tells about a process; empty answers on other systems, or where it may not be seen.
 */
final class LinuxProcess {
  /** SIGQUIT, number 3, in a mask whose lowest bit is signal 1. */
  private static final long QUIT = 1L << 2;

  /** Its process ids, the innermost name space being the last. */
  private static final String NUMBERS = "NSpid:";

  private final Path directory;

  LinuxProcess(long pid) {
    directory = Path.of("/proc", Long.toString(pid));
  }

  /** Whether it has loaded a Java virtual machine. */
  Optional<Boolean> hasJvm() {
    try (Stream<String> maps = linesOf("maps")) {
      return Optional.of(maps.anyMatch(line -> line.contains("libjvm")));
    } catch (IOException | UncheckedIOException unseen) {
      return Optional.empty();
    }
  }

  /** Whether it handles SIGQUIT, which ends every process that does not. */
  Optional<Boolean> handlesQuit() {
    try (Stream<String> status = linesOf("status")) {
      return status
          .filter(line -> line.matches("SigCgt:\\s*[0-9a-f]{16}"))
          .findFirst()
          .map(line -> line.substring(line.length() - 16))
          .map(mask -> (Long.parseUnsignedLong(mask, 16) & QUIT) != 0);
    } catch (IOException | UncheckedIOException unseen) {
      return Optional.empty();
    }
  }

  /**
   * Whether a JVM listens to those who attach already: then no signal is sent. The file is where
   * the process sees it, by the number that it has there, as the attach API looks for it.
   */
  boolean listens() {
    try (Stream<String> status = linesOf("status")) {
      return status
          .filter(line -> line.startsWith(NUMBERS))
          .map(line -> line.substring(line.lastIndexOf('\t') + 1))
          .anyMatch(number -> Files.exists(directory.resolve("root/tmp/.java_pid" + number)));
    } catch (IOException | UncheckedIOException unseen) {
      return false;
    }
  }

  private Stream<String> linesOf(String file) throws IOException {
    return Files.lines(directory.resolve(file), StandardCharsets.ISO_8859_1);
  }
}
