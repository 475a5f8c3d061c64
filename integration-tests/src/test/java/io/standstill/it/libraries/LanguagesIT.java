package io.standstill.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdk;
import io.standstill.it.Told;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Code that javac did not make: Kotlin, compiled, and Groovy, compiled while it runs. */
class LanguagesIT {
  private static final Duration END = Duration.ofSeconds(180);
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Path KOTLIN = Programs.source("kotlin/KotlinPrograms.kt");

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void kotlinLocksAsItDoesAlone(Jdk jdk) throws Exception {
    runsClean(
        jdk,
        "kotlin-clean",
        "4000 steps, 18000 letters, lazy once\n",
        kotlin("programs.KotlinClean"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void findsDeadlockInKotlinCode(Jdk jdk) throws Exception {
    try (ForkedJvm jvm = start(jdk, "kotlin-hang", kotlin("programs.KotlinHang"))) {
      Told told = onlyFinding(jvm);
      assertEquals(Set.of("block", "with"), told.waitingThreads());
      assertEquals(Marked.lines(KOTLIN, "waits"), Marked.waits(told), jvm::everything);
      assertEquals(Marked.lines(KOTLIN, "holds"), Marked.holds(told), jvm::everything);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void findsDeadlockOfLazyValuesInsideTheKotlinLibrary(Jdk jdk) throws Exception {
    try (ForkedJvm jvm = start(jdk, "kotlin-lazy", kotlin("programs.KotlinLazyHang"))) {
      Told told = onlyFinding(jvm);
      assertEquals(Set.of("price", "tax"), told.waitingThreads());
      told.waits().forEach(LanguagesIT::assertLazy);
      told.holds().forEach(LanguagesIT::assertLazy);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void groovyLocksAsItDoesAlone(Jdk jdk) throws Exception {
    runsClean(jdk, "groovy-clean", "4000 4000 4000 4000\n", groovy("clean.groovy"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void findsDeadlockInGroovyScript(Jdk jdk) throws Exception {
    Path script = Programs.source("groovy/hang.groovy");
    try (ForkedJvm jvm = start(jdk, "groovy-hang", groovy("hang.groovy"))) {
      Told told = onlyFinding(jvm);
      assertEquals(Set.of("closing", "counting"), told.waitingThreads());
      assertTrue(Marked.waits(told).containsAll(Marked.lines(script, "waits")), jvm::everything);
      assertTrue(Marked.holds(told).containsAll(Marked.lines(script, "holds")), jvm::everything);
    }
  }

  private static void assertLazy(com.google.gson.JsonObject lock) {
    String site = lock.get("site").getAsString();
    assertTrue(site.startsWith("kotlin.SynchronizedLazyImpl.getValue(LazyJVM.kt:"), site);
  }

  private static Told onlyFinding(ForkedJvm jvm) {
    jvm.awaitLine("STUCK", END);
    List<Told> told = jvm.awaitFindings(1, SOON);
    assertEquals(1, told.size(), jvm::everything);
    assertEquals("deadlock", told.get(0).text("kind"));
    assertEquals("certain", told.get(0).text("certainty"));
    assertEquals("", jvm.stderr());
    return told.get(0);
  }

  private static void runsClean(Jdk jdk, String name, String says, String... command)
      throws Exception {
    try (ForkedJvm jvm = start(jdk, name, command)) {
      assertEquals(0, jvm.awaitExit(END), jvm::everything);
      assertEquals(says, jvm.stdout());
      assertEquals("", jvm.stderr());
      assertEquals(List.of(), jvm.findings());
      assertEquals("", jvm.report());
    }
  }

  private static ForkedJvm start(Jdk jdk, String name, String... command) throws Exception {
    return ForkedJvm.on(jdk, "libraries/" + name + "-" + jdk.feature())
        .shortLived()
        .agentWithFiles()
        .command(command)
        .start();
  }

  private static String[] kotlin(String mainClass) throws Exception {
    return new String[] {"-cp", Kotlin.classPath(), mainClass};
  }

  private static String[] groovy(String script) {
    return new String[] {
      "-cp",
      new Library("groovy").classPath(),
      "groovy.ui.GroovyMain",
      Programs.source("groovy").resolve(script).toString()
    };
  }
}
