package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.recorder.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a later stack tells of the one before. */
class HoldStackTest {
  private static final Site TAKEN =
      new Site("shop.Till", "pay", "Till.java", 7, "Till.lock", null, Site.Kind.LOCK);

  @Test
  void changesTheLineOfTheMethodThatTookTheLock() {
    List<String> later =
        List.of(
            "shop.Stock.take(Stock.java:3)",
            "shop.Till.pay(Till.java:9)",
            "shop.Till.payAll(Till.java:20)",
            "shop.Shop.main(Shop.java:1)");
    assertEquals(
        List.of(
            "shop.Till.pay(Till.java:7)",
            "shop.Till.payAll(Till.java:20)",
            "shop.Shop.main(Shop.java:1)"),
        HoldStack.of(TAKEN, later));
  }

  @Test
  void knowsNothingOfAMethodThatHasEndedOrCallsItself() {
    assertEquals(List.of(), HoldStack.of(TAKEN, List.of()));
    assertEquals(List.of(), HoldStack.of(TAKEN, List.of("shop.Till.payAll(Till.java:20)")));
    assertEquals(
        List.of(),
        HoldStack.of(TAKEN, List.of("shop.Till.pay(Till.java:9)", "shop.Till.pay(Till.java:8)")));
  }
}
