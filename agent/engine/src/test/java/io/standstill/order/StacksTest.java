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
    assertEquals(Stand.UNKNOWN, stacks.of(1, null));
    Stand first = stacks.of(1, calledBy("pay"));
    stacks.of(1, calledBy("refund"));
    assertEquals(List.of("shop.Till.open(Till.java:7)", "shop.Shop.pay(Shop.java:9)"), first.own());
    assertEquals(List.of(), first.alike());
    Stand lent = stacks.of(1, null);
    assertSame(first.own(), lent.alike());
    assertEquals(List.of(), lent.own());
  }

  @Test
  void keepsRoomForPlacesThatAreMetLate() {
    for (int i = 0; i < 2 * Stacks.MOST; i++) {
      stacks.of(1, calledBy("call" + i));
    }
    assertEquals(List.of(), stacks.of(1, calledBy("another")).own());
    assertEquals("shop.Shop.late(Shop.java:9)", stacks.of(2, calledBy("late")).own().get(1));
  }

  @Test
  void isBounded() {
    for (int chain = 0; chain < Stacks.MOST; chain++) {
      assertEquals(2, stacks.of(chain, calledBy("call" + chain)).own().size());
    }
    assertEquals(Stand.UNKNOWN, stacks.of(Stacks.MOST, calledBy("late")));
  }

  private static StackTraceElement[] calledBy(String method) {
    return new StackTraceElement[] {
      new StackTraceElement("shop.Till", "open", "Till.java", 7),
      new StackTraceElement("shop.Shop", method, "Shop.java", 9)
    };
  }
}
