package io.standstill.samples.permits;

import io.standstill.samples.BadLuck;

/**
 * Two jobs copy data inside one database, through a pool of two connections. Each borrows one
 * connection to read, and then wants a second one to write. One job alone does well, as it did when
 * it was tested; two together borrow one each, and no connection is left. The clean jobs borrow
 * both connections at once, or wait with empty hands.
 */
public final class Migration {
  private final ConnectionPool pool = new ConnectionPool(2);
  private final boolean careful;

  private Migration(boolean careful) {
    this.careful = careful;
  }

  /** Tries one job alone, then runs two. */
  public static void main(String[] arguments) throws InterruptedException {
    Migration migration = new Migration(BadLuck.clean(arguments));
    migration.copy(BadLuck.among(1));
    BadLuck bothRead = BadLuck.among(2, arguments);
    Thread customers = new Thread(() -> migration.copy(bothRead), "copy-customers");
    Thread invoices = new Thread(() -> migration.copy(bothRead), "copy-invoices");
    customers.start();
    invoices.start();
    customers.join();
    invoices.join();
    System.out.println("Both tables are copied.");
  }

  private void copy(BadLuck bothRead) {
    if (careful) {
      pool.borrow(2);
      pool.giveBack(2);
    } else {
      pool.borrow(1);
      bothRead.strikes();
      pool.borrow(1);
      pool.giveBack(2);
    }
  }
}
