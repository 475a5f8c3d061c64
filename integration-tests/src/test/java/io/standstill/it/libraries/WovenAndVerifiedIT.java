package io.standstill.it.libraries;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdk;
import io.standstill.it.Workshop;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every class of real libraries, class files of version 45 to today's, is linked under the agent
 * with full verification, and every method of theirs that locks is compiled by C2, which refuses
 * locking that is not structured. What the JVM refuses then, it must refuse without the agent too:
 * without it only such methods are compiled.
 */
@Order(2)
class WovenAndVerifiedIT {
  private static final Duration END = Duration.ofSeconds(600);
  private static final List<String> LIBRARIES =
      List.of(
          "h2",
          "jetty",
          "kotlin",
          "groovy",
          "kafka",
          "junit3",
          "xerces",
          "collections",
          "logback",
          "asm",
          "byte-buddy");

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void everyClassIsLinkedAndEveryLockingMethodCompiledAsWithoutTheAgent(Jdk jdk) throws Exception {
    LockingCode code = new LockingCode();
    List<String> libraries = new ArrayList<>();
    for (String name : LIBRARIES) {
      libraries.add(argument(name, new Library(name).jars(), code, jdk));
    }
    libraries.add(argument(BadClasses.LIBRARY, List.of(BadClasses.jar()), code, jdk));

    ForkedJvm woven = run(jdk, "woven", code.methods, libraries);
    String refused = woven.stdout() + mismatches(woven);
    ForkedJvm alone = run(jdk, "alone", code.methodsIn(refused), libraries);

    String said = alone.stdout();
    assertTrue(said.contains("bad bad.Unverifiable: java.lang.VerifyError"), said);
    assertTrue(said.contains("bad.Unstructured.keep(java.lang.Object) is not compiled"), said);
    assertEquals(List.of(), Files.readAllLines(files(alone).resolve("woven")));
    Set<String> missing = new TreeSet<>(code.classesWithMonitors);
    missing.removeAll(Files.readAllLines(files(woven).resolve("woven")));
    String coverage = Files.readString(files(woven).resolve("coverage"));
    assertAll(
        () -> assertEquals(mismatches(alone), mismatches(woven)),
        () -> assertEquals(said, woven.stdout()),
        () -> assertEquals(withoutWarnings(alone.stderr()), withoutWarnings(woven.stderr())),
        () -> assertEquals("", woven.report()),
        () -> assertEquals(Set.of(), missing, "classes with monitors that are not woven"),
        () ->
            assertTrue(
                coverage.endsWith(
                    "static synchronized method before Java 5: "
                        + code.classesBeyondReach.size()
                        + ", e.g. org.apache.html.dom.HTMLDocumentImpl.populateElementTypes)"),
                coverage));
  }

  /** What the JVM warns of, about what libraries do, depends on what is compiled. */
  private static String withoutWarnings(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("WARNING: "))
        .collect(Collectors.joining("\n"));
  }

  private static String argument(String name, List<Path> jars, LockingCode code, Jdk jdk)
      throws Exception {
    for (Path jar : jars) {
      code.read(name, jar, jdk.feature());
    }
    return name
        + "="
        + jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static ForkedJvm run(Jdk jdk, String how, Set<String> methods, List<String> libraries)
      throws Exception {
    Path whiteBox = Programs.classes("whitebox", "whitebox/jdk/test/whitebox/WhiteBox.java", ".");
    Path program =
        Programs.classes("verify.EveryClass", "verify/EveryClass.java", whiteBox.toString());
    String name = "every-class-" + jdk.feature() + "-" + how;
    Path observer = ToolJars.agent(Programs.built(name + ".jar"), program, "verify.EveryClass");
    ForkedJvm.Builder builder = ForkedJvm.on(jdk, "libraries/" + name).verifyingAll();
    Path files = Workshop.logs().resolve("libraries/" + name + ".files");
    Workshop.empty(files);
    Files.write(files.resolve("locking-methods"), methods);
    builder.flags(
        "-Xmx768m",
        "-Xbatch",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:+WhiteBoxAPI",
        "-Xbootclasspath/a:" + whiteBox,
        "-Xlog:monitormismatch=info:file=" + files.resolve("mismatches") + ":none");
    if (how.equals("woven")) {
      builder.agentWithFiles();
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of("-javaagent:" + observer, "-cp", observer.toString()));
    command.addAll(List.of("verify.EveryClass", files.toString()));
    command.addAll(libraries);
    try (ForkedJvm jvm = builder.command(command.toArray(new String[0])).start()) {
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
      return jvm;
    }
  }

  private static Path files(ForkedJvm jvm) {
    return jvm.directory().resolveSibling(jvm.directory().getFileName() + ".files");
  }

  private static Set<String> mismatches(ForkedJvm jvm) throws Exception {
    return new TreeSet<>(Files.readAllLines(files(jvm).resolve("mismatches")));
  }
}
