package io.standstill.samples.permits;

import java.util.concurrent.Semaphore;

/** Lends database connections, as many as there are. */
final class ConnectionPool {
  private final Semaphore connections;

  ConnectionPool(int size) {
    connections = new Semaphore(size);
  }

  void borrow(int count) {
    connections.acquireUninterruptibly(count);
  }

  void giveBack(int count) {
    connections.release(count);
  }
}
