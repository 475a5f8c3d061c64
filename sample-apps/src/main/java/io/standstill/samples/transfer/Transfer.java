package io.standstill.samples.transfer;

import io.standstill.samples.BadLuck;

/**
 * Anna pays Boris while Boris pays Anna. Each transfer locks the account it takes from, then the
 * one it gives to: opposite orders, and one busy day both hold their first account. The clean bank
 * locks the account with the lower number first, whatever the direction.
 */
public final class Transfer {
  private static final int TRANSFERS = 1_000;

  private Transfer() {}

  /** Opens the bank for one day. */
  public static void main(String[] arguments) throws InterruptedException {
    Bank bank = new Bank(BadLuck.clean(arguments), BadLuck.among(2, arguments));
    Account anna = new Account(1, 5_000);
    Account boris = new Account(2, 5_000);
    Thread there = new Thread(() -> transferAll(bank, anna, boris), "transfer-1");
    Thread back = new Thread(() -> transferAll(bank, boris, anna), "transfer-2");
    there.start();
    back.start();
    there.join();
    back.join();
    System.out.println("At the end of the day: " + anna + ", " + boris + ".");
  }

  private static void transferAll(Bank bank, Account from, Account to) {
    for (int i = 0; i < TRANSFERS; i++) {
      bank.transfer(from, to, 1);
    }
  }
}
