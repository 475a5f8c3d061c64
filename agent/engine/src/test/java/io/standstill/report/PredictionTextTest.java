package io.standstill.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.finding.Certainty;
import io.standstill.finding.Finding;
import io.standstill.finding.Kind;
import io.standstill.finding.LockUse;
import io.standstill.finding.StuckThread;
import io.standstill.finding.WaitType;
import io.standstill.report.jmx.OpenFinding;
import java.util.List;
import javax.management.openmbean.CompositeData;
import org.junit.jupiter.api.Test;

class PredictionTextTest {
  private static final List<String> STACK =
      List.of("shop.Till.pay(Till.java:9)", "shop.Shop.main(Shop.java:1)");
  private static final List<String> CALLER = STACK.subList(1, 2);

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

  @Test
  void tellsBothOverJmx() {
    CompositeData thread = thread(OpenFinding.of(risk(List.of(), STACK, CALLER)));

    assertArrayEquals(new String[0], (String[]) thread.get("stack"));
    assertArrayEquals(STACK.toArray(), (String[]) thread.get("likeStack"));
    CompositeData held = ((CompositeData[]) thread.get("holds"))[0];
    assertArrayEquals(CALLER.toArray(), (String[]) held.get("stack"));
  }

  private static CompositeData thread(CompositeData finding) {
    return ((CompositeData[]) finding.get("threads"))[0];
  }

  private static Finding risk(List<String> stack, List<String> likeStack) {
    return risk(stack, likeStack, List.of());
  }

  private static Finding risk(List<String> stack, List<String> likeStack, List<String> holding) {
    LockUse held = lock("1", "shop.Till.pay(Till.java:7)", holding);
    LockUse took = lock("2", "shop.Till.pay(Till.java:9)", List.of());
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

  private static LockUse lock(String identity, String site, List<String> stack) {
    return new LockUse(WaitType.LOCK, "shop.Stock", identity, null, site, null, List.of(), stack);
  }
}
