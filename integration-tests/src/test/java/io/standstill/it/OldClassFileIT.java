package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import verdicts.other.OldStyle;

/** Class files of every version: the old ones know neither class constants nor stack maps. */
class OldClassFileIT {
  private static final int JAVA_1_1 = 45;
  private static final int JAVA_5 = 49;
  private static final int JAVA_17 = 61;

  @TestFactory
  Stream<DynamicTest> findsTheDeadlockInClassFilesOfEveryVersion() {
    return Jdks.promised().stream()
        .filter(Jdk::found)
        .flatMap(
            jdk ->
                IntStream.of(JAVA_1_1, 46, 47, 48, 49, 50, 51, 52, 55, JAVA_17)
                    .mapToObj(v -> dynamicTest(v + " on " + jdk, () -> isFound(v, jdk))));
  }

  private static void isFound(int version, Jdk jdk) throws Exception {
    String name = "old-class-file-" + jdk.feature() + "/" + version;
    Path classes = Workshop.logs().resolve(name + "-classes");
    Workshop.empty(classes);
    writeWithVersion(OldStyle.class, version, classes);
    String classPath = classes + File.pathSeparator + Workshop.programs();
    try (ForkedJvm jvm =
        ForkedJvm.on(jdk, name)
            .shortLived()
            .agentWithFiles()
            .command("-cp", classPath, OldStyle.class.getName())
            .start()) {
      jvm.awaitLine("STUCK", Duration.ofSeconds(60));
      List<Told> told = jvm.awaitFindings(1, Duration.ofSeconds(60));
      assertEquals(1, told.size(), jvm::everything);
      assertEquals("certain", told.get(0).text("certainty"));
      assertEquals(Set.of("old-a", "old-b"), told.get(0).waitingThreads());
      VerdictProgram program = new VerdictProgram(OldStyle.class);
      assertEquals(program.marked("waits"), told.get(0).placesOfWaits(program), jvm::everything);
      Set<String> held = told.get(0).placesOfHolds(program);
      if (version >= JAVA_5) {
        assertEquals(program.marked("holds"), held, jvm::everything);
      } else {
        // Without class constants a static synchronized method is known by the JVM's word alone.
        Set<String> known = new HashSet<>(held);
        assertTrue(known.remove("(OldStyle.java)"), jvm::everything);
        assertEquals(1, known.size(), jvm::everything);
        assertTrue(program.marked("holds").containsAll(known), jvm::everything);
      }
      assertEquals("", jvm.stderr());
    }
  }

  /** Bytes 4 to 7 of a class file are its minor and major version. */
  private static void writeWithVersion(Class<?> type, int version, Path root) throws Exception {
    String file = type.getName().replace('.', '/') + ".class";
    byte[] code = Files.readAllBytes(Workshop.programs().resolve(file));
    assertTrue(code[7] >= JAVA_17, "compiled for Java 17 at least");
    code[5] = (byte) (version == JAVA_1_1 ? 3 : 0);
    code[7] = (byte) version;
    Path target = root.resolve(file);
    Files.createDirectories(target.getParent());
    Files.write(target, code);
  }
}
