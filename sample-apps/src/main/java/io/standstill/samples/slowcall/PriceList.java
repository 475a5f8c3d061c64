package io.standstill.samples.slowcall;

import io.standstill.samples.BadLuck;
import java.io.IOException;
import java.net.Socket;

/**
 * The clerk fetches new prices while holding the lock of the price list, and the wholesaler takes
 * its time. No customer can read a price meanwhile. The clean clerk fetches first, and holds the
 * lock only to write the new price down.
 */
public final class PriceList {
  private final Object lock = new Object();
  private int price = 42;

  private PriceList() {}

  /** One clerk, three customers. */
  public static void main(String[] arguments) throws Exception {
    PriceList list = new PriceList();
    boolean clean = BadLuck.clean(arguments);
    try (Wholesaler wholesaler = Wholesaler.open()) {
      Thread clerk = new Thread(() -> list.refresh(wholesaler, clean), "clerk");
      clerk.start();
      wholesaler.awaitCall();
      for (int i = 1; i <= 3; i++) {
        new Thread(list::show, "customer-" + i).start();
      }
      clerk.join();
    }
  }

  private void refresh(Wholesaler wholesaler, boolean clean) {
    if (clean) {
      int fetched = fetch(wholesaler);
      synchronized (lock) {
        price = fetched;
      }
    } else {
      synchronized (lock) {
        price = fetch(wholesaler);
      }
    }
  }

  private static int fetch(Wholesaler wholesaler) {
    try (Socket call = wholesaler.call()) {
      return call.getInputStream().read();
    } catch (IOException hungUp) {
      throw new IllegalStateException(hungUp);
    }
  }

  private void show() {
    synchronized (lock) {
      System.out.println("The price is " + price + ".");
    }
  }
}
