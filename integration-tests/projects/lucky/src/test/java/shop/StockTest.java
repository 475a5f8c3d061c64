package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** All of these pass. Two of them could have hung; one of the two is known for that. */
class StockTest {
  private final Object stock = new Object();
  private final Object till = new Object();
  private final Object ledger = new Object();
  private int count;

  @Test
  void known() throws Exception {
    new Turns().take(this::sell, this::refund);
    assertEquals(2, count);
  }

  @Test
  void fresh() throws Exception {
    new Turns().take(this::book, this::correct);
    assertEquals(2, count);
  }

  @Test
  void orderly() throws Exception {
    new Turns().take(this::sell, this::sell);
    assertEquals(2, count);
  }

  private void sell() {
    synchronized (till) {
      synchronized (stock) {
        count++;
      }
    }
  }

  private void refund() {
    synchronized (stock) {
      synchronized (till) {
        count++;
      }
    }
  }

  private void book() {
    synchronized (till) {
      synchronized (ledger) {
        count++;
      }
    }
  }

  private void correct() {
    synchronized (ledger) {
      synchronized (till) {
        count++;
      }
    }
  }
}
