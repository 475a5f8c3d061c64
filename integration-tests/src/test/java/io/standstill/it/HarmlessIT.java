package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import verdicts.clean.monitors.ThrownOut;
import verdicts.deadlock.monitors.DaemonThreads;
import verdicts.other.ForbidsExit;
import verdicts.other.OwnPlatform;
import verdicts.other.SpoiledCheck;

/** Whatever goes wrong with the agent, the application goes on as if it were alone. */
@DisabledOnOs(OS.WINDOWS)
class HarmlessIT {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String CLEAN_OUTPUT = "18000\n";

  @TestFactory
  Stream<DynamicTest> applicationGoesOn() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                Stream.of(
                    test("while nobody reads the log", jdk, HarmlessIT::blockedLog),
                    test(
                        "while nobody reads standard error", jdk, HarmlessIT::blockedStandardError),
                    test(
                        "to its halt while nobody reads the log",
                        jdk,
                        HarmlessIT::haltWhileBlocked),
                    test("to its halt, which it forbids", jdk, HarmlessIT::haltWhereForbidden),
                    test("when the agent cannot start", jdk, HarmlessIT::failingStart),
                    test("when the JVM has no management", jdk, HarmlessIT::withoutManagement),
                    test("when the agent is there twice", jdk, HarmlessIT::twice),
                    test("while the agent fails to see itself", jdk, HarmlessIT::failingSelfCheck),
                    test(
                        "to its end before the agent has seen itself",
                        jdk,
                        HarmlessIT::endsBeforeSelfCheck),
                    test("with a platform of its own choice", jdk, HarmlessIT::ownPlatform),
                    test("with a platform made late", jdk, HarmlessIT::latePlatform)));
  }

  private static void blockedLog(Jdk jdk) throws Exception {
    ForkedJvm.Builder builder = on(jdk, "blocked-log");
    try (FullPipe pipe = new FullPipe(builder.directory() + ".pipe")) {
      builder.agent(builder.findingsOption() + ",log=" + pipe.path());
      assertFoundAndGoesOn(builder);
    }
  }

  private static void blockedStandardError(Jdk jdk) throws Exception {
    ForkedJvm.Builder builder = on(jdk, "blocked-stderr");
    try (FullPipe pipe = new FullPipe(builder.directory() + ".pipe")) {
      builder.standardErrorTo(pipe.path()).agent(builder.findingsOption());
      assertFoundAndGoesOn(builder);
    }
  }

  /** The findings file is written first, and the watch is not stopped by the pipe. */
  private static void assertFoundAndGoesOn(ForkedJvm.Builder builder) throws Exception {
    try (ForkedJvm app = builder.program(DaemonThreads.class.getName()).start()) {
      app.awaitLine("STUCK", LONG);
      assertEquals(1, app.awaitFindings(1, LONG).size(), app::everything);
      app.goOn();
      assertEquals(0, app.awaitExit(LONG), app::everything);
    }
  }

  private static void haltWhileBlocked(Jdk jdk) throws Exception {
    ForkedJvm.Builder builder = on(jdk, "blocked-halt");
    try (FullPipe pipe = new FullPipe(builder.directory() + ".pipe")) {
      builder.agent(builder.findingsOption() + ",on-deadlock=halt,log=" + pipe.path());
      try (ForkedJvm app = builder.program(DaemonThreads.class.getName()).start()) {
        assertEquals(70, app.awaitExit(LONG), app::everything);
        assertEquals(1, app.findings().size(), app::everything);
      }
    }
  }

  /** Later JDKs have no security managers. */
  private static void haltWhereForbidden(Jdk jdk) throws Exception {
    if (jdk.feature() < 24) {
      ForkedJvm.Builder builder = on(jdk, "forbidden-halt").flags("-Djava.security.manager=allow");
      builder.agent(builder.findingsOption() + ",on-deadlock=halt");
      try (ForkedJvm app = builder.program(ForbidsExit.class.getName()).start()) {
        assertEquals(70, app.awaitExit(LONG), app::everything);
        assertEquals(1, app.findings().size(), app::everything);
      }
    }
  }

  private static void failingStart(Jdk jdk) throws Exception {
    ForkedJvm.Builder builder = on(jdk, "failing-start");
    Path broken = Path.of(builder.directory() + ".jar");
    copyWithoutRecorder(Workshop.jar(), broken);
    assertRunsCleanly(
        builder.flags("-javaagent:" + broken), "cannot start, the application runs unwatched");
  }

  private static void withoutManagement(Jdk jdk) throws Exception {
    assertRunsCleanly(
        on(jdk, "without-management").flags("--limit-modules", "java.instrument").agent(""),
        "cannot start, the application runs unwatched");
  }

  private static void twice(Jdk jdk) throws Exception {
    assertRunsCleanly(on(jdk, "twice").agent("").agent(""), "the second -javaagent is ignored");
  }

  /** One line on standard error, and all else as usual. */
  private static void assertRunsCleanly(ForkedJvm.Builder builder, String says) throws Exception {
    try (ForkedJvm app = builder.program(ThrownOut.class.getName()).start()) {
      assertEquals(0, app.awaitExit(LONG), app::everything);
      assertEquals(CLEAN_OUTPUT, app.stdout(), app::everything);
      assertEquals(1, app.stderr().lines().count(), app::everything);
      assertTrue(app.stderr().contains(says), app::everything);
    }
  }

  private static void failingSelfCheck(Jdk jdk) throws Exception {
    String says = stderrOfSpoiledCheck(jdk, SpoiledCheck.GOES_ON);
    assertTrue(says.contains("The self-check failed"), says);
  }

  /** A JVM that is about to end shows its classes to no agent, so that the check may well fail. */
  private static void endsBeforeSelfCheck(Jdk jdk) throws Exception {
    assertEquals("", stderrOfSpoiledCheck(jdk, SpoiledCheck.ENDS));
  }

  private static String stderrOfSpoiledCheck(Jdk jdk, String does) throws Exception {
    ForkedJvm.Builder builder = on(jdk, "spoiled-check-" + does);
    Path spoiler = Path.of(builder.directory() + ".jar");
    writeAgent(SpoiledCheck.class, spoiler);
    builder.agent("").flags("-javaagent:" + spoiler + "=" + does);
    try (ForkedJvm app = builder.program(SpoiledCheck.class.getName(), does).start()) {
      assertEquals(0, app.awaitExit(LONG), app::everything);
      assertEquals(does + "\n", app.stdout(), app::everything);
      return app.stderr();
    }
  }

  private static void writeAgent(Class<?> agent, Path jar) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", agent.getName());
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar)) {
      new JarOutputStream(file, manifest).close();
    }
  }

  private static void ownPlatform(Jdk jdk) throws Exception {
    assertPlatform("0\nManager\ntrue\ntrue\n", on(jdk, "own-platform"));
  }

  private static void latePlatform(Jdk jdk) throws Exception {
    assertPlatform("0\nLogManager\nfalse\ntrue\n", on(jdk, "late-platform"), "plain");
  }

  private static void assertPlatform(String says, ForkedJvm.Builder builder, String... arguments)
      throws Exception {
    try (ForkedJvm app =
        builder.agent("").program(OwnPlatform.class.getName(), arguments).start()) {
      assertEquals(0, app.awaitExit(LONG), app::everything);
      assertEquals(says, app.stdout(), app::everything);
      assertEquals("", app.stderr());
    }
  }

  private static void copyWithoutRecorder(Path jar, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    try (JarFile from = new JarFile(jar.toFile());
        OutputStream file = Files.newOutputStream(copy);
        JarOutputStream to = new JarOutputStream(file)) {
      for (JarEntry entry : Collections.list(from.entries())) {
        if (!entry.getName().startsWith("recorder/")) {
          to.putNextEntry(new JarEntry(entry.getName()));
          try (InputStream in = from.getInputStream(entry)) {
            in.transferTo(to);
          }
        }
      }
    }
  }

  private static DynamicTest test(String name, Jdk jdk, Check check) {
    return dynamicTest(name + ", on " + jdk, () -> check.on(jdk));
  }

  private static ForkedJvm.Builder on(Jdk jdk, String name) {
    return ForkedJvm.on(jdk, "harmless-" + jdk.feature() + "/" + name);
  }

  /** One check on one JDK. */
  private interface Check {
    void on(Jdk jdk) throws Exception;
  }

  /** A named pipe that is full and that nobody reads. */
  private record FullPipe(Path path, Process filler) implements AutoCloseable {
    FullPipe(String path) throws Exception {
      this(made(Path.of(path)), fill(path));
    }

    private static Path made(Path path) throws Exception {
      Files.createDirectories(path.getParent());
      Files.deleteIfExists(path);
      assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
      return path;
    }

    /** Opens it for both, which never blocks, and writes until that does. */
    private static Process fill(String path) throws Exception {
      String script = "exec 3<>\"$1\"; echo open; exec cat /dev/zero >&3";
      Process filler = new ProcessBuilder("sh", "-c", script, "sh", path).start();
      assertEquals('o', filler.getInputStream().read());
      return filler;
    }

    @Override
    public void close() throws IOException {
      filler.destroyForcibly();
      Files.delete(path);
    }
  }
}
