package io.standstill.benchmarks.locks;

import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** New locks of a thread that has lived through garbage collections, as in servers. */
@State(Scope.Thread)
public class Collected {
  private static final int COLLECTIONS = 3;
  private static final long PAUSE_MILLIS = 1_000;

  private Object monitor = new Object();
  private ReentrantLock lock = new ReentrantLock();
  private int counter;

  /** Lets what this thread has grow old, and makes new locks. */
  @Setup
  public void growOld() throws InterruptedException {
    monitor();
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Thread.sleep(PAUSE_MILLIS);
    monitor = new Object();
    lock = new ReentrantLock();
    counter = 0;
  }

  /** A synchronized block. */
  @Benchmark
  public int monitor() {
    synchronized (monitor) {
      return ++counter;
    }
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
}
