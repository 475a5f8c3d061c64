package io.standstill.samples.transfer;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A number and a balance; whoever changes the balance holds the lock. */
final class Account {
  final int number;
  final Lock lock = new ReentrantLock();
  private long balance;

  Account(int number, long balance) {
    this.number = number;
    this.balance = balance;
  }

  void add(long amount) {
    balance += amount;
  }

  @Override
  public String toString() {
    return "account " + number + " has " + balance;
  }
}
