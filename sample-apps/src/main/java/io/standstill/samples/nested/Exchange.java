package io.standstill.samples.nested;

import io.standstill.samples.BadLuck;

/**
 * A stock exchange guards its order book with a {@code ReentrantLock} and its statement with {@code
 * synchronized}. A trade takes the lock and then the monitor, the evening report takes the monitor
 * and then the lock: two kinds of lock in one circle. The clean report copies the book before it
 * touches the statement.
 */
public final class Exchange {
  private Exchange() {}

  /** Trades while the report is being written. */
  public static void main(String[] arguments) throws InterruptedException {
    BadLuck closingTime = BadLuck.among(2, arguments);
    Statement statement = new Statement();
    OrderBook book = new OrderBook(statement, closingTime);
    Runnable report =
        BadLuck.clean(arguments)
            ? () -> statement.add(book.volume())
            : () -> statement.addVolumeOf(book, closingTime);
    Thread trader = new Thread(() -> book.trade(100), "trader");
    Thread reporter = new Thread(report, "evening-report");
    trader.start();
    reporter.start();
    trader.join();
    reporter.join();
    System.out.println("The exchange has closed.");
  }
}
