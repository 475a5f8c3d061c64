package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What is told of many risks between the same locks. */
class NewsTest {
  private final News news = new News();

  @Test
  void areRisksBetweenOneSetOfLocksInOtherMethods() {
    assertTrue(news.are(risk("Node@a > Node@b; Node@c > Node@d")));
    assertFalse(news.are(risk("Node@a > Node@b; Node@c > Node@d")));
    assertTrue(news.are(risk("Node@e > Node@f; Node@g > Node@h")));
    assertTrue(news.are(risk("Node@a > Node@b; Node@i > Node@k")));
  }

  @Test
  void nameEachMethodOnceWhereManyMeetMany() {
    int told = 0;
    for (int one = 0; one < 5; one++) {
      for (int other = 0; other < 5; other++) {
        String risk = "a@m" + one + " > b@m" + one + "; b@n" + other + " > a@n" + other;
        told += news.are(risk(risk)) ? 1 : 0;
      }
    }
    assertEquals(9, told);
  }

  @Test
  void areRisksOfMoreLocksThoughEachPairWasTold() {
    assertTrue(news.are(risk("a@m > b@m; b@x > a@x")));
    assertTrue(news.are(risk("b@n > c@n; c@x > b@x")));
    assertTrue(news.are(risk("c@o > a@o; a@x > c@x")));
    assertTrue(news.are(risk("a@m > b@m; b@n > c@n; c@o > a@o")));
  }

  private static Signature risk(String line) {
    return new Signature(Signature.parse(line), line);
  }
}
