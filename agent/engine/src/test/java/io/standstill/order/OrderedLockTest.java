package io.standstill.order;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.standstill.finding.WaitType;
import org.junit.jupiter.api.Test;

/** What a lock has in common with others, by what is learned of it one after the other. */
class OrderedLockTest {
  private final OrderedLock lock =
      new OrderedLock(new Object(), "java.lang.Object", 1, WaitType.MONITOR, false);

  @Test
  void keepsTheFieldThatItWasFoundInFirst() {
    lock.called("Shop.till", "shop.Shop.till");
    lock.called("Bank.till", "shop.Bank.till");

    assertEquals("shop.Shop.till", lock.lockClass());
    assertEquals("Shop.till", lock.lockClassInShort());
  }

  @Test
  void isOfAMethodUntilAFieldIsKnown() {
    lock.called("till", null);
    assertNull(lock.lockClass());

    lock.called("Shop.tillOf()", "shop.Shop.tillOf()");
    assertEquals("shop.Shop.tillOf()", lock.lockClass());

    lock.called("Shop.till", "shop.Shop.till");
    lock.called("Shop.tillOf()", "shop.Shop.tillOf()");
    assertEquals("shop.Shop.till", lock.lockClass());
    assertEquals("Shop.till", lock.name());
  }
}
