package io.standstill.samples.lockorder;

import io.standstill.samples.BadLuck;

/**
 * One clerk sells, another refunds: they lock till and stock in opposite order. On this day the
 * refund comes when the sale is long done, and nobody notices. The clean shop always locks the till
 * first.
 */
public final class QuietDay {
  private static final long QUIET_MILLIS = 200;

  private QuietDay() {}

  /** Opens the shop for one day. */
  public static void main(String[] arguments) throws InterruptedException {
    Shop shop = new Shop(BadLuck.clean(arguments));
    Thread sales = new Thread(() -> shop.sell(3), "sales");
    Thread refunds = new Thread(() -> refundLater(shop), "refunds");
    sales.start();
    refunds.start();
    sales.join();
    refunds.join();
    System.out.println("At the end of the day: " + shop + ".");
  }

  private static void refundLater(Shop shop) {
    try {
      Thread.sleep(QUIET_MILLIS);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
    shop.refund(1);
  }
}
