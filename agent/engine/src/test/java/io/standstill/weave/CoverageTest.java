package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The coverage in one line. */
class CoverageTest {
  private final Coverage coverage = new Coverage();

  @Test
  void saysHowManyClassesAreWoven() {
    for (int i = 0; i < 5310; i++) {
      coverage.seen();
      if (i < 1204) {
        coverage.woven();
      }
    }
    assertEquals("1,204 classes woven of 5,310 seen", coverage.line());
  }

  @Test
  void namesTheFirstOfEachReason() {
    coverage.skip(ClassWeaver.METHOD_TOO_LARGE, "com.acme.Parser.parse");
    coverage.skip("unreadable", "x.Y");
    coverage.skip("unreadable", "x.Z");
    assertEquals(
        "0 classes woven of 0 seen; 3 skipped (method too large: 1, e.g. com.acme.Parser.parse;"
            + " unreadable: 2, e.g. x.Y)",
        coverage.toString());
  }

  @Test
  void takesBackWhatTheJvmRefused() {
    coverage.seen();
    coverage.woven();
    coverage.refused("refused", "x.Y", true);
    assertEquals("0 classes woven of 1 seen; 1 skipped (refused: 1, e.g. x.Y)", coverage.line());
  }
}
