package io.standstill.samples.startup;

import java.util.Map;

/** Knows the tax rates, in per cent, of the country whose currency the prices have. */
final class TaxService {
  private static final Map<String, Integer> RATES = load();

  private TaxService() {}

  private static Map<String, Integer> load() {
    Startup.bothAtOnce.strikes();
    return PriceService.currency().equals("cent") ? Map.of("book", 7) : Map.of("book", 0);
  }

  static int rate(String thing) {
    return RATES.get(thing);
  }
}
