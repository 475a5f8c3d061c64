package io.standstill.benchmarks.locks;

import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** One lock which several threads want, with a little work under it and as much without it. */
@State(Scope.Benchmark)
public class Contended {
  private static final int WORK = 20;

  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private int counter;

  /** A synchronized block, two threads. */
  @Benchmark
  @Threads(2)
  public int monitorTwoThreads() {
    return withMonitor();
  }

  /** A synchronized block, four threads. */
  @Benchmark
  @Threads(4)
  public int monitorFourThreads() {
    return withMonitor();
  }

  /** A {@code ReentrantLock}, two threads. */
  @Benchmark
  @Threads(2)
  public int reentrantLockTwoThreads() {
    return withReentrantLock();
  }

  /** A {@code ReentrantLock}, four threads. */
  @Benchmark
  @Threads(4)
  public int reentrantLockFourThreads() {
    return withReentrantLock();
  }

  private int withMonitor() {
    Blackhole.consumeCPU(WORK);
    synchronized (monitor) {
      Blackhole.consumeCPU(WORK);
      return ++counter;
    }
  }

  private int withReentrantLock() {
    Blackhole.consumeCPU(WORK);
    lock.lock();
    try {
      Blackhole.consumeCPU(WORK);
      return ++counter;
    } finally {
      lock.unlock();
    }
  }
}
