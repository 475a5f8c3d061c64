package io.standstill.samples.startup;

import io.standstill.samples.BadLuck;

/**
 * A shop starts its price service and its tax service in parallel. The static initialiser of each
 * uses the other class, so each thread holds the initialisation of one class and waits for that of
 * the other. A thread dump shows both as runnable. The clean shop lets one thread load both first.
 */
public final class Startup {
  static volatile BadLuck bothAtOnce;

  private Startup() {}

  /** Opens the shop. */
  public static void main(String[] arguments) throws InterruptedException {
    bothAtOnce = BadLuck.among(2, arguments);
    if (BadLuck.clean(arguments)) {
      PriceService.price("book");
    }
    Thread prices =
        new Thread(() -> System.out.println(PriceService.price("book")), "price-service");
    Thread taxes = new Thread(() -> System.out.println(TaxService.rate("book")), "tax-service");
    prices.start();
    taxes.start();
    prices.join();
    taxes.join();
  }
}
