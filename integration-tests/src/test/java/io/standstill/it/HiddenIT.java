package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import verdicts.other.LooksAround;

/** Of the agent an application can see what starts it and what woven code calls, and no library. */
class HiddenIT {
  private static final Duration LONG = Duration.ofSeconds(60);

  /** Folders of the jar in which the application's class loaders find nothing. */
  private static final List<String> HIDDEN = List.of("engine/", "recorder/");

  private static final Set<String> LAUNCHER =
      Set.of(
          "io/standstill/Agent.class",
          "io/standstill/EngineLoader.class",
          "io/standstill/Main.class");

  /** One class each of the engine and of its libraries. */
  private static final Set<String> ENGINE =
      Set.of(
          "engine/io/standstill/engine/Engine.classdata",
          "engine/org/objectweb/asm/ClassReader.classdata",
          "engine/org/slf4j/LoggerFactory.classdata",
          "engine/ch/qos/logback/classic/Logger.classdata",
          "engine/com/google/gson/Gson.classdata",
          "engine/picocli/CommandLine.classdata");

  /** No service files, no configuration, no classes that a class path would offer. */
  @Test
  void jarOffersTheLauncherAlone() throws Exception {
    Set<String> offered =
        files()
            .filter(file -> HIDDEN.stream().noneMatch(file::startsWith))
            .filter(file -> !file.startsWith("META-INF/licenses/"))
            .collect(Collectors.toSet());
    Set<String> expected = new TreeSet<>(LAUNCHER);
    expected.add("META-INF/MANIFEST.MF");
    assertEquals(expected, new TreeSet<>(offered));
    assertEquals(List.of(), files().filter(HiddenIT::isClassInAFolder).toList());
  }

  private static boolean isClassInAFolder(String file) {
    return file.endsWith(".class") && HIDDEN.stream().anyMatch(file::startsWith);
  }

  @TestFactory
  Stream<DynamicTest> applicationSees() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .map(jdk -> dynamicTest("no more than it must, on " + jdk, () -> seesNoMore(jdk)));
  }

  private static void seesNoMore(Jdk jdk) throws Exception {
    assertTrue(files().collect(Collectors.toSet()).containsAll(ENGINE), "the engine is elsewhere");
    Set<String> expected = new TreeSet<>();
    LAUNCHER.forEach(file -> expected.add("app " + className(file)));
    files()
        .filter(file -> file.startsWith("recorder/"))
        .forEach(file -> expected.add("boot " + className(file.substring("recorder/".length()))));
    try (ForkedJvm app =
        ForkedJvm.on(jdk, "hidden-" + jdk.feature())
            .agent("")
            .program(
                LooksAround.class.getName(),
                Workshop.jar().toString(),
                "^(" + String.join("|", HIDDEN) + ")")
            .start()) {
      assertEquals(0, app.awaitExit(LONG), app::everything);
      assertEquals(expected, app.stdout().lines().collect(Collectors.toCollection(TreeSet::new)));
      assertEquals("", app.stderr());
    }
  }

  private static String className(String file) {
    return file.substring(0, file.lastIndexOf('.')).replace('/', '.');
  }

  private static Stream<String> files() throws IOException {
    try (JarFile jar = new JarFile(Workshop.jar().toFile())) {
      return jar.stream()
          .filter(entry -> !entry.isDirectory())
          .map(JarEntry::getName)
          .toList()
          .stream();
    }
  }
}
