package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Passes by luck, as {@link StockTest} does, with locks of its own. */
class BakeryTest {
  private final Object oven = new Object();
  private final Object shelf = new Object();
  private int loaves;

  @Test
  void bakes() throws Exception {
    new Turns().take(this::bake, this::sell);
    assertEquals(0, loaves);
  }

  @Test
  void rests() {
    assertEquals(0, loaves);
  }

  private void bake() {
    synchronized (oven) {
      synchronized (shelf) {
        loaves++;
      }
    }
  }

  private void sell() {
    synchronized (shelf) {
      synchronized (oven) {
        loaves--;
      }
    }
  }
}
