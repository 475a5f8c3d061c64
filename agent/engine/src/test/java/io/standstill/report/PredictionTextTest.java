package io.standstill.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTextTest {
  private static final List<String> STACK =
      List.of("shop.Till.pay(Till.java:9)", "shop.Shop.main(Shop.java:1)");

  @Test
  void tellsTheStackOfAnotherCallFromTheOwnOne() {
    Finding own = risk(STACK, List.of());
    Finding other = risk(List.of(), STACK);

    assertTrue(
        FindingText.of(own)
            .contains(
                """
                      at        shop.Till.pay(Till.java:9)
                    stack
                      at shop.Till.pay(Till.java:9)
                      at shop.Shop.main(Shop.java:1)
                """));
    assertTrue(
        FindingText.of(other)
            .contains(
                """
                      called by not known
                    took        lock shop.Stock@2
                      at        shop.Till.pay(Till.java:9)
                    stack of an earlier call
                      at shop.Till.pay(Till.java:9)
                      at shop.Shop.main(Shop.java:1)
                """));
  }

  @Test
  void writesItUnderANameOfItsOwnInJson() {
    String own = JsonLine.of(risk(STACK, List.of()));
    String other = JsonLine.of(risk(List.of(), STACK));

    assertTrue(own.contains("\"stack\":[\"shop.Till.pay"), own);
    assertFalse(own.contains("likeStack"), own);
    assertTrue(other.contains("\"stack\":[],\"likeStack\":[\"shop.Till.pay"), other);
  }

  private static Finding risk(List<String> stack, List<String> likeStack) {
    LockUse held = lock("1", "shop.Till.pay(Till.java:7)");
    LockUse took = lock("2", "shop.Till.pay(Till.java:9)");
    StuckThread thread =
        new StuckThread(1, "sales", false, null, took, List.of(held), stack, likeStack);
    return new Finding(
        Findings.TIME,
        "O1",
        Kind.LOCK_ORDER,
        Certainty.LIKELY,
        "sales might meet itself",
        List.of(thread),
        List.of(),
        0,
        null,
        null,
        "Do not.");
  }

  private static LockUse lock(String identity, String site) {
    return new LockUse(WaitType.LOCK, "shop.Stock", identity, null, site, null, List.of());
  }
}
