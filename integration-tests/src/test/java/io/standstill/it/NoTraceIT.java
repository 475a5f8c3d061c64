package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.other.LaterDeadlock;

/** The agent writes no file and opens no port that it was not asked for. */
class NoTraceIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Column of the socket's number in the kernel's tables. */
  private static final int INODE = 9;

  @TestFactory
  Stream<DynamicTest> leavesNoTrace() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    dynamicTest("writes no file on " + jdk, () -> writesNoFile(jdk)),
                    dynamicTest("needs no temporary files on " + jdk, () -> needsNone(jdk)),
                    dynamicTest("opens no port on " + jdk, () -> opensNoPort(jdk))));
  }

  private static void writesNoFile(Jdk jdk) throws Exception {
    Path place = place(jdk, "files-place");
    try (ForkedJvm app =
        hanging(jdk, "files", place).flags("-Djava.io.tmpdir=" + place).agent("").start()) {
      findOnStandardError(app);
      try (Stream<Path> left = Files.walk(place)) {
        assertEquals(List.of(place), left.toList());
      }
    }
  }

  private static void needsNone(Jdk jdk) throws Exception {
    Path nowhere = place(jdk, "temporary-place").resolve("no/such/directory");
    try (ForkedJvm app =
        hanging(jdk, "temporary", place(jdk, "temporary-place"))
            .flags("-Djava.io.tmpdir=" + nowhere, "-Duser.home=" + nowhere)
            .agent("")
            .start()) {
      findOnStandardError(app);
    }
  }

  private static void opensNoPort(Jdk jdk) throws Exception {
    Assumptions.assumeTrue(Files.isDirectory(Path.of("/proc/self/fd")), "no /proc to look into");
    try (ForkedJvm app = hanging(jdk, "ports", place(jdk, "ports-place")).agent("").start()) {
      findOnStandardError(app);
      assertEquals(List.of(), ports(app.pid()));
    }
  }

  /** The process's sockets that are TCP or UDP, of either version, in whatever state. */
  private static List<String> ports(long pid) throws IOException {
    Set<String> networked = new HashSet<>();
    for (String protocol : List.of("tcp", "tcp6", "udp", "udp6")) {
      Path table = Path.of("/proc/" + pid + "/net/" + protocol);
      if (Files.exists(table)) {
        for (String line : Files.readAllLines(table)) {
          String[] columns = line.strip().split(" +");
          networked.add(columns.length > INODE ? "socket:[" + columns[INODE] + "]" : "");
        }
      }
    }
    try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return open.map(NoTraceIT::target).filter(networked::contains).toList();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "closed";
    }
  }

  private static ForkedJvm.Builder hanging(Jdk jdk, String name, Path in) {
    return ForkedJvm.on(jdk, "no-trace-" + jdk.feature() + "/" + name)
        .in(in)
        .flags("-XX:-UsePerfData")
        .program(LaterDeadlock.class.getName());
  }

  private static Path place(Jdk jdk, String name) throws IOException {
    Path place = Workshop.logs().resolve("no-trace-" + jdk.feature()).resolve(name);
    Workshop.empty(place);
    return place;
  }

  private static void findOnStandardError(ForkedJvm app) throws IOException {
    app.awaitLine("READY", LONG);
    app.goOn();
    app.awaitLine("STUCK", LONG);
    app.awaitStderr("wait for each other", LONG);
  }
}
