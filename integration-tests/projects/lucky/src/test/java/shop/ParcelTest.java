package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Passes by luck, as {@link StockTest} does, with locks of its own. */
class ParcelTest {
  private final Object bench = new Object();
  private final Object van = new Object();
  private int parcels;

  @Test
  void packs() throws Exception {
    new Turns().take(this::load, this::takeBack);
    assertEquals(0, parcels);
  }

  @Test
  void waits() {
    assertEquals(0, parcels);
  }

  private void load() {
    synchronized (bench) {
      synchronized (van) {
        parcels++;
      }
    }
  }

  private void takeBack() {
    synchronized (van) {
      synchronized (bench) {
        parcels--;
      }
    }
  }
}
