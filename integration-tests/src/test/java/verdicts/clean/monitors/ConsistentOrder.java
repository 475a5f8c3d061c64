package verdicts.clean.monitors;

import java.util.Random;
import verdicts.Clean;
import verdicts.Stage;

/** Many transfers between many accounts, always locked in the order of their numbers. */
@Clean
public final class ConsistentOrder {
  /** An account. */
  static final class Account {
    final int number;
    int balance = 1_000;

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
    Account[] accounts = new Account[6];
    for (int i = 0; i < accounts.length; i++) {
      accounts[i] = new Account(i);
    }
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      Random random = new Random(i);
      threads[i] =
          Stage.start(
              "transfer-" + i,
              () -> {
                for (int n = 0; n < 50_000; n++) {
                  transfer(accounts[random.nextInt(6)], accounts[random.nextInt(6)]);
                }
              });
    }
    Stage.join(threads);
    int sum = 0;
    for (Account account : accounts) {
      sum += account.balance;
    }
    System.out.println(sum);
  }
}
