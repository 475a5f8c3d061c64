package verdicts.order;

import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** One method, two accounts: it is the arguments that make the order. Many times over. */
@Predicted(
    threads = {"forth", "back"},
    summary = "Transfers.transfer() takes ")
public final class Transfers {
  private static final class Account {
    private int balance = 1_000;

    synchronized void add(int amount) {
      balance += amount;
    }
  }

  private static void transfer(Account from, Account to, int amount) {
    synchronized (from) { // holds
      from.balance -= amount;
      synchronized (to) { // waits
        to.add(amount);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Account one = new Account();
    Account two = new Account();
    Luck luck = new Luck();
    Thread forth = Stage.start("forth", () -> luck.turn(0, () -> transferOften(one, two)));
    Thread back = Stage.start("back", () -> luck.turn(1, () -> transferOften(two, one)));
    Stage.join(forth, back);
    System.out.println(one.balance + " " + two.balance);
  }

  private static void transferOften(Account from, Account to) {
    for (int i = 0; i < 1_000; i++) {
      transfer(from, to, 1);
    }
  }
}
