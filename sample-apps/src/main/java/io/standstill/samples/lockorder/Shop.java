package io.standstill.samples.lockorder;

/** A till and a stock, each with a lock of its own. */
final class Shop {
  private final Object till = new Object();
  private final Object stock = new Object();
  private final boolean ordered;
  private int coins = 100;
  private int apples = 100;

  Shop(boolean ordered) {
    this.ordered = ordered;
  }

  /** Takes the money, then the apples. */
  void sell(int amount) {
    synchronized (till) {
      coins += amount;
      synchronized (stock) {
        apples -= amount;
      }
    }
  }

  /** Takes the apples back, then pays out. */
  void refund(int amount) {
    synchronized (ordered ? till : stock) {
      synchronized (ordered ? stock : till) {
        apples += amount;
        coins -= amount;
      }
    }
  }

  @Override
  public String toString() {
    return coins + " coins, " + apples + " apples";
  }
}
