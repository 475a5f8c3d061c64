package shop;

/** Something to cover and to mock. */
public final class Account {
  private int balance;

  public synchronized int balance() {
    return balance;
  }

  public synchronized void add(int amount) {
    balance += amount;
  }

  /** Takes two monitors, in the order of its parameters. */
  public void moveTo(Account other, int amount, Runnable between) {
    synchronized (this) {
      between.run();
      synchronized (other) {
        balance -= amount;
        other.balance += amount;
      }
    }
  }
}
