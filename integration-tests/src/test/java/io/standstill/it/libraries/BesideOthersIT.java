package io.standstill.it.libraries;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.it.ForkedJvm;
import io.standstill.it.Jdk;
import io.standstill.it.Told;
import io.standstill.it.Workshop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Beside other agents, and inside an OSGi framework. */
class BesideOthersIT {
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration SOON = Duration.ofSeconds(60);

  static Stream<Arguments> orders() {
    return OnEveryJdk.each(Stream.of(false, true));
  }

  @ParameterizedTest(name = "first: {0}, {1}")
  @MethodSource("orders")
  void findsDeadlockInAClassThatJacocoWeavesToo(boolean first, Jdk jdk) throws Exception {
    String name = "jacoco-" + (first ? "first-" : "last-") + jdk.feature();
    ForkedJvm.Builder builder = ForkedJvm.on(jdk, "libraries/" + name);
    Path dumped = Workshop.logs().resolve("libraries/" + name + ".dump");
    Workshop.empty(dumped);
    String jacoco =
        String.format(
            "-javaagent:%s=output=none,includes=hangs.*:org.apache.log4j.*,classdumpdir=%s",
            jacoco(), dumped);
    if (first) {
      builder.flags(jacoco).agentWithFiles();
    } else {
      builder.agentWithFiles().flags(jacoco);
    }
    String program = "hangs.Log4jAppenders";
    builder.command("-cp", Programs.classPath(program, new Library("log4j")), program);
    try (ForkedJvm jvm = builder.start()) {
      assertFound(jvm, Set.of("sender", "worker"));
    }
    assertTrue(Files.exists(dumped.resolve("org/apache/log4j")), "JaCoCo was not at work");
  }

  @ParameterizedTest(name = "first: {0}, {1}")
  @MethodSource("orders")
  void synchronizedMethodsOutliveRetransformationByAnotherAgent(boolean first, Jdk jdk)
      throws Exception {
    String program = "others.Retransformer";
    Path classes = Programs.classes(program, new Library("junit3"));
    String name = "retransformer-" + (first ? "first-" : "last-") + jdk.feature();
    Path jar = ToolJars.agent(Programs.built(name + ".jar"), classes, program);
    ForkedJvm.Builder builder = ForkedJvm.on(jdk, "libraries/" + name);
    if (first) {
      builder.flags("-javaagent:" + jar).agentWithFiles();
    } else {
      builder.agentWithFiles().flags("-javaagent:" + jar);
    }
    builder.command("-cp", new Library("junit3").classPath(jar), program);
    try (ForkedJvm jvm = builder.start()) {
      Told told = assertFound(jvm, Set.of("left", "right"));
      assertTrue(jvm.stdout().startsWith("80000\n"), jvm::everything);
      assertHeldIn("others.Retransformer$Account.transfer(", told);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void weavesWhatAnAgentBeforeItHasLoaded(Jdk jdk) throws Exception {
    String program = "others.EarlyLoader";
    Library junit = new Library("junit3");
    String name = "early-loader-" + jdk.feature();
    Path jar =
        ToolJars.agent(Programs.built(name + ".jar"), Programs.classes(program, junit), program);
    ForkedJvm.Builder builder = ForkedJvm.on(jdk, "libraries/" + name);
    builder.flags("-javaagent:" + jar).agentWithFiles();
    builder.command("-cp", junit.classPath(jar), program);
    try (ForkedJvm jvm = builder.start()) {
      assertHeldIn(
          "others.EarlyLoader$Ledger.copy(EarlyLoader.java:",
          assertFound(jvm, Set.of("left", "right")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource(OnEveryJdk.ALONE)
  void findsDeadlockInABundleThatSeesNothingOfTheAgent(Jdk jdk) throws Exception {
    Library felix = new Library("felix");
    Path bundle =
        ToolJars.pack(
            Programs.built("hang-bundle-" + jdk.feature() + ".jar"),
            Programs.classes("osgi.Hang", felix),
            Map.of(
                "Bundle-ManifestVersion", "2",
                "Bundle-SymbolicName", "hang",
                "Bundle-Activator", "osgi.Hang",
                "Import-Package", "org.osgi.framework"));
    Path framework = Programs.classes("osgi.Framework", felix);
    ForkedJvm.Builder builder = ForkedJvm.on(jdk, "libraries/osgi-" + jdk.feature());
    Path storage = Workshop.logs().resolve("libraries/osgi-storage-" + jdk.feature());
    builder
        .agentWithFiles()
        .command(
            "-cp",
            felix.classPath(framework),
            "osgi.Framework",
            bundle.toString(),
            storage.toString());
    try (ForkedJvm jvm = builder.start()) {
      jvm.awaitLine("STARTED", START);
      assertTrue(jvm.stdout().contains("bundle's own loader: true"), jvm::everything);
      Told told = onlyFinding(jvm, Set.of("lock-first", "monitor-first"));
      Path source = Programs.source("osgi/Hang.java");
      assertEquals(Marked.lines(source, "waits"), Marked.waits(told), jvm::everything);
      assertEquals(Marked.lines(source, "holds"), Marked.holds(told), jvm::everything);
      jvm.goOn();
      assertEquals(0, jvm.awaitExit(START), jvm::everything);
    }
  }

  private static void assertHeldIn(String method, Told told) {
    assertFalse(told.holds().isEmpty());
    told.holds()
        .forEach(
            lock -> assertTrue(lock.get("site").getAsString().startsWith(method), lock::toString));
  }

  private static Told assertFound(ForkedJvm jvm, Set<String> threads) throws Exception {
    jvm.awaitLine("STUCK", START);
    return onlyFinding(jvm, threads);
  }

  private static Told onlyFinding(ForkedJvm jvm, Set<String> threads) {
    List<Told> told = jvm.awaitFindings(1, SOON);
    assertEquals(1, told.size(), jvm::everything);
    assertEquals("certain", told.get(0).text("certainty"));
    assertEquals(threads, Set.copyOf(told.get(0).waitingThreads()));
    assertFalse(jvm.stderr().contains("standstill"), jvm::everything);
    return told.get(0);
  }

  /** The agent itself is a jar inside the jar. */
  private static Path jacoco() throws Exception {
    Path outer = new Library("jacoco").jar("org.jacoco.agent");
    Path agent = Programs.built("jacocoagent.jar");
    synchronized (BesideOthersIT.class) {
      if (!Files.exists(agent)) {
        try (JarFile jar = new JarFile(outer.toFile());
            var in = jar.getInputStream(jar.getEntry("jacocoagent.jar"))) {
          Files.createDirectories(agent.getParent());
          Files.copy(in, agent);
        }
      }
    }
    return agent;
  }
}
