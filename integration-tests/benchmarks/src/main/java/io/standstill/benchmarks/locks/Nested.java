package io.standstill.benchmarks.locks;

import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One lock inside another. */
@State(Scope.Thread)
public class Nested {
  private final Object outerMonitor = new Object();
  private final Object innerMonitor = new Object();
  private final ReentrantLock outerLock = new ReentrantLock();
  private final ReentrantLock innerLock = new ReentrantLock();
  private int counter;

  /** Two synchronized blocks. */
  @Benchmark
  public int twoMonitors() {
    synchronized (outerMonitor) {
      synchronized (innerMonitor) {
        return ++counter;
      }
    }
  }

  /** Two {@code ReentrantLock}s. */
  @Benchmark
  public int twoReentrantLocks() {
    outerLock.lock();
    try {
      innerLock.lock();
      try {
        return ++counter;
      } finally {
        innerLock.unlock();
      }
    } finally {
      outerLock.unlock();
    }
  }
}
