package io.standstill.samples.mixed;

import io.standstill.samples.BadLuck;
import io.standstill.samples.VirtualThreads;

/**
 * A web shop serves requests on virtual threads and counts its stock on an old platform thread. The
 * request locks the cart, then the shelf; the stocktaking locks the shelf, then the carts that have
 * reserved something from it. The clean stocktaking lets go of the shelf before it asks a cart.
 */
public final class Warehouse {
  private Warehouse() {}

  /** Serves one request in the middle of a stocktaking. */
  public static void main(String[] arguments) throws InterruptedException {
    VirtualThreads.require();
    boolean clean = BadLuck.clean(arguments);
    BadLuck sameMoment = BadLuck.among(2, arguments);
    Shelf shelf = new Shelf();
    Cart cart = new Cart(sameMoment);
    Thread stocktaking =
        new Thread(() -> shelf.count(cart, sameMoment, clean), "nightly-stocktaking");
    stocktaking.start();
    Thread request = VirtualThreads.start("request-17", () -> cart.reserve(shelf));
    request.join();
    stocktaking.join();
    System.out.println("Reserved and counted.");
  }
}
