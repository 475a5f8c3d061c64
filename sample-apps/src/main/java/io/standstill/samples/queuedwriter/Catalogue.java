package io.standstill.samples.queuedwriter;

import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A catalogue that many read and few change. While a writer stands in the queue, its lock lets no
 * new reader in, although it is read-locked already.
 */
final class Catalogue {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
  private int prices = 42;

  void whileReading(Runnable work) {
    lock.readLock().lock();
    try {
      work.run();
    } finally {
      lock.readLock().unlock();
    }
  }

  int prices() {
    lock.readLock().lock();
    try {
      return prices;
    } finally {
      lock.readLock().unlock();
    }
  }

  void raisePrices() {
    lock.writeLock().lock();
    try {
      prices++;
    } finally {
      lock.writeLock().unlock();
    }
  }

  boolean writerQueues() {
    return lock.hasQueuedThreads();
  }
}
