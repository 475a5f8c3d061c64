package io.standstill.samples.startup;

import java.util.Map;

/** Knows what things cost, tax included. */
final class PriceService {
  private static final Map<String, Integer> PRICES = load();

  private PriceService() {}

  private static Map<String, Integer> load() {
    Startup.bothAtOnce.strikes();
    return Map.of("book", 2_000 * (100 + TaxService.rate("book")) / 100);
  }

  static String price(String thing) {
    return PRICES.get(thing) + " " + currency();
  }

  static String currency() {
    return "cent";
  }
}
