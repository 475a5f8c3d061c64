package io.standstill.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JDK that silently goes untested is worse than a red build: the search itself is tested. */
class JdksIT {
  @TempDir Path directory;

  @Test
  void takesTheRunningJdkWhenItMatches() throws Exception {
    Path running = jdk("running", "17.0.15");
    assertEquals(running, jdks(Map.of(), running).find(17).home());
  }

  @Test
  void looksBesideTheRunningJdk() throws Exception {
    Path running = jdk("running", "17.0.15");
    Path beside = jdk("beside", "25");
    assertEquals(beside, jdks(Map.of(), running).find(25).home());
  }

  @Test
  void variableWinsOverTheRunningJdk() throws Exception {
    Path running = jdk("running", "17.0.15");
    Path told = jdk("told", "17.0.1");
    assertEquals(told, jdks(Map.of("STANDSTILL_JDK_17", told.toString()), running).find(17).home());
  }

  @Test
  void refusesAVariableThatNamesAnotherJdk() throws Exception {
    Path running = jdk("running", "17.0.15");
    jdk("beside", "25.0.1");
    Jdks jdks = jdks(Map.of("STANDSTILL_JDK_25", running.toString()), running);
    String said = assertThrows(IllegalStateException.class, () -> jdks.find(25)).getMessage();
    assertEquals("STANDSTILL_JDK_25=" + running + " is not the directory of a JDK 25", said);
  }

  @Test
  void missingJdkIsSkippedAtHomeAndRefusedInContinuousIntegration() throws Exception {
    Path running = jdk("running", "17.0.15");
    assertFalse(jdks(Map.of(), running).find(25).found());
    Jdks strict = jdks(Map.of("CI", "true"), running);
    String said = assertThrows(IllegalStateException.class, () -> strict.find(25)).getMessage();
    assertTrue(said.contains("set STANDSTILL_JDK_25"), said);
  }

  @Test
  void testsTheJdksThatAreNamed() throws Exception {
    Path running = jdk("running", "17.0.15");
    Path beside = jdk("beside", "21.0.2");
    Jdks named = jdks(Map.of("STANDSTILL_IT_JDKS", "21"), running);
    assertEquals(List.of(new Jdk(21, beside)), named.wanted());
  }

  @Test
  void refusesANamedJdkThatIsNotThere() throws Exception {
    Jdks named = jdks(Map.of("STANDSTILL_IT_JDKS", "17,21"), jdk("running", "17.0.15"));
    String said = assertThrows(IllegalStateException.class, named::wanted).getMessage();
    assertTrue(said.contains("set STANDSTILL_JDK_21"), said);
  }

  @Test
  void refusesANameThatIsNoNumber() throws Exception {
    Jdks named = jdks(Map.of("STANDSTILL_IT_JDKS", "17,lts"), jdk("running", "17.0.15"));
    String said = assertThrows(IllegalStateException.class, named::wanted).getMessage();
    assertEquals("STANDSTILL_IT_JDKS=17,lts must name JDKs by number, such as 17,25", said);
  }

  private static Jdks jdks(Map<String, String> environment, Path running) {
    return new Jdks(environment, new Properties(), running);
  }

  private Path jdk(String name, String version) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    Path javac = Files.createDirectories(home.resolve("bin")).resolve("javac");
    Files.createFile(javac);
    assertTrue(javac.toFile().setExecutable(true));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    return home;
  }
}
