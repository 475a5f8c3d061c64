package io.standstill.samples.nested;

import io.standstill.samples.BadLuck;
import java.util.concurrent.locks.ReentrantLock;

/** Who wants to buy and sell. */
final class OrderBook {
  private final ReentrantLock lock = new ReentrantLock();
  private final Statement statement;
  private final BadLuck closingTime;
  private long volume;

  OrderBook(Statement statement, BadLuck closingTime) {
    this.statement = statement;
    this.closingTime = closingTime;
  }

  void trade(long shares) {
    lock.lock();
    try {
      closingTime.strikes();
      volume += shares;
      statement.add(shares);
    } finally {
      lock.unlock();
    }
  }

  long volume() {
    lock.lock();
    try {
      return volume;
    } finally {
      lock.unlock();
    }
  }
}
