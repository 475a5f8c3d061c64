package io.standstill.samples.transfer;

import io.standstill.samples.BadLuck;

/** Moves money between accounts. */
final class Bank {
  private final boolean ordered;
  private final BadLuck rushHour;

  Bank(boolean ordered, BadLuck rushHour) {
    this.ordered = ordered;
    this.rushHour = rushHour;
  }

  void transfer(Account from, Account to, long amount) {
    boolean swap = ordered && to.number < from.number;
    Account first = swap ? to : from;
    Account second = swap ? from : to;
    first.lock.lock();
    try {
      rushHour.strikes();
      second.lock.lock();
      try {
        from.add(-amount);
        to.add(amount);
      } finally {
        second.lock.unlock();
      }
    } finally {
      first.lock.unlock();
    }
  }
}
