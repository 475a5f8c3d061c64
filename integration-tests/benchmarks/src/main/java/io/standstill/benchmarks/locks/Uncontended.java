package io.standstill.benchmarks.locks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One lock, which nobody else wants. */
@State(Scope.Thread)
public class Uncontended {
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final ReentrantReadWriteLock readWriteLock = new ReentrantReadWriteLock();
  private final Semaphore permits = new Semaphore(1);
  private int counter;

  /** A synchronized block. */
  @Benchmark
  public int monitor() {
    synchronized (monitor) {
      return ++counter;
    }
  }

  /** A synchronized method. */
  @Benchmark
  public synchronized int synchronizedMethod() {
    return ++counter;
  }

  /** A {@code ReentrantLock}. */
  @Benchmark
  public int reentrantLock() {
    lock.lock();
    try {
      return ++counter;
    } finally {
      lock.unlock();
    }
  }

  /** The read lock of a {@code ReentrantReadWriteLock}. */
  @Benchmark
  public int readLock() {
    readWriteLock.readLock().lock();
    try {
      return ++counter;
    } finally {
      readWriteLock.readLock().unlock();
    }
  }

  /** A permit of a {@code Semaphore}. */
  @Benchmark
  public int semaphore() {
    permits.acquireUninterruptibly();
    try {
      return ++counter;
    } finally {
      permits.release();
    }
  }
}
