package io.standstill.samples.permits;

import io.standstill.samples.BadLuck;

/**
 * Two jobs copy data inside one database, through a pool of two connections. Each borrows one
 * connection to read, and then wants a second one to write; both have the first, and no connection
 * is left. The clean jobs borrow both connections at once, or wait with empty hands.
 */
public final class Migration {
  private Migration() {}

  /** Runs both jobs. */
  public static void main(String[] arguments) throws InterruptedException {
    ConnectionPool pool = new ConnectionPool(2);
    BadLuck bothRead = BadLuck.among(2, arguments);
    Runnable job = BadLuck.clean(arguments) ? () -> copy(pool) : () -> copy(pool, bothRead);
    Thread customers = new Thread(job, "copy-customers");
    Thread invoices = new Thread(job, "copy-invoices");
    customers.start();
    invoices.start();
    customers.join();
    invoices.join();
    System.out.println("Both tables are copied.");
  }

  private static void copy(ConnectionPool pool, BadLuck bothRead) {
    pool.borrow(1);
    try {
      bothRead.strikes();
      pool.borrow(1);
      pool.giveBack(1);
    } finally {
      pool.giveBack(1);
    }
  }

  private static void copy(ConnectionPool pool) {
    pool.borrow(2);
    pool.giveBack(2);
  }
}
