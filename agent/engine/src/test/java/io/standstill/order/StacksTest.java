package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which stacks are kept once there are many. */
class StacksTest {
  private final Stacks stacks = new Stacks();

  @Test
  void lendsTheFirstStackOfAChainToWhatBringsNone() {
    assertEquals(List.of(), stacks.of(1, null));
    List<String> first = stacks.of(1, calledBy("pay"));
    stacks.of(1, calledBy("refund"));
    assertSame(first, stacks.of(1, null));
    assertEquals(List.of("shop.Till.open(Till.java:7)", "shop.Shop.pay(Shop.java:9)"), first);
  }

  @Test
  void keepsRoomForPlacesThatAreMetLate() {
    for (int i = 0; i < 2 * Stacks.MOST; i++) {
      stacks.of(1, calledBy("call" + i));
    }
    assertEquals("shop.Shop.late(Shop.java:9)", stacks.of(2, calledBy("late")).get(1));
  }

  @Test
  void isBounded() {
    for (int chain = 0; chain < Stacks.MOST; chain++) {
      assertEquals(2, stacks.of(chain, calledBy("call" + chain)).size());
    }
    assertEquals(List.of(), stacks.of(Stacks.MOST, calledBy("late")));
  }

  private static StackTraceElement[] calledBy(String method) {
    return new StackTraceElement[] {
      new StackTraceElement("shop.Till", "open", "Till.java", 7),
      new StackTraceElement("shop.Shop", method, "Shop.java", 9)
    };
  }
}
