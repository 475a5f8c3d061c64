package verdicts.clean.order;

import java.util.Random;
import verdicts.Clean;
import verdicts.Stage;

/**
 * Transfers back and forth between many accounts, of which the one with the lower number is first.
 */
@Clean
public final class AccountsByNumber {
  private static final class Account {
    private final int number;
    private int balance = 100;

    Account(int number) {
      this.number = number;
    }
  }

  private static void transfer(Account from, Account to) {
    Account first = from.number < to.number ? from : to;
    Account second = first == from ? to : from;
    synchronized (first) {
      synchronized (second) {
        from.balance--;
        to.balance++;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Account[] accounts = new Account[20];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = new Account(i);
    }
    Thread[] clerks = new Thread[4];
    for (int i = 0; i < clerks.length; i++) {
      Random random = new Random(i);
      clerks[i] =
          Stage.start(
              "clerk-" + i,
              () -> {
                for (int k = 0; k < 5_000; k++) {
                  transfer(accounts[random.nextInt(20)], accounts[random.nextInt(20)]);
                }
              });
    }
    Stage.join(clerks);
    int sum = 0;
    for (Account account : accounts) {
      sum += account.balance;
    }
    System.out.println(sum);
  }
}
