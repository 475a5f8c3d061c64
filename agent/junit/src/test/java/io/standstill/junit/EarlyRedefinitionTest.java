package io.standstill.junit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyRedefinitionTest {
  private static final String BY_JAR = "/target/surefire/surefirebooter-1.jar /target/surefire 1";
  private static final String BY_CLASS_PATH =
      "org.apache.maven.surefire.booter.ForkedBooter /target/surefire 1";
  private static final List<String> ALLOWED = List.of("-ea", "-XX:+EnableDynamicAgentLoading");

  @Test
  void isForJvmsThatSurefireHasStarted() {
    assertTrue(EarlyRedefinition.isWorthIt(BY_JAR, 17, List.of()));
    assertTrue(EarlyRedefinition.isWorthIt(BY_CLASS_PATH, 17, List.of()));
    assertFalse(EarlyRedefinition.isWorthIt("org.junit.platform.console.Main", 17, List.of()));
    assertFalse(EarlyRedefinition.isWorthIt("", 17, List.of()));
  }

  @Test
  void isNotForJvmsThatWouldWarn() {
    assertTrue(EarlyRedefinition.isWorthIt(BY_JAR, 20, List.of()));
    assertFalse(EarlyRedefinition.isWorthIt(BY_JAR, 21, List.of()));
    assertFalse(EarlyRedefinition.isWorthIt(BY_JAR, 25, List.of("-ea")));
    assertTrue(EarlyRedefinition.isWorthIt(BY_JAR, 25, ALLOWED));
  }
}
