package verdicts.other;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Stage;

/** Three threads take turns at each of three locks, and measure how long they wait for it. */
public final class KnownContention {
  private static final int TURNS = 5;
  private static final long HOLD_MILLIS = 300;

  private static final Object MONITOR = new Object();
  private static final ReentrantLock LOCK = new ReentrantLock(true);
  private static final ReentrantReadWriteLock.WriteLock WRITE =
      new ReentrantReadWriteLock(true).writeLock();

  /** What the users of one lock have measured. */
  private static final class Measured {
    private int waits;
    private long waitNanos;
    private long longestWaitNanos;
    private long longestHoldNanos;

    /** The calling thread has just got the lock, and keeps it for a while. */
    void hold(long wantedSince) {
      long got = System.nanoTime();
      Stage.sleep(HOLD_MILLIS);
      long waited = got - wantedSince;
      if (waited > TimeUnit.MILLISECONDS.toNanos(10)) {
        waits++;
        waitNanos += waited;
        longestWaitNanos = Math.max(longestWaitNanos, waited);
      }
      longestHoldNanos = Math.max(longestHoldNanos, System.nanoTime() - got);
    }

    void tell(String lock) {
      System.out.printf(
          "%s %d %d %d %d%n",
          lock, waits, millis(waitNanos), millis(longestWaitNanos), millis(longestHoldNanos));
    }

    private static long millis(long nanos) {
      return TimeUnit.NANOSECONDS.toMillis(nanos);
    }
  }

  private static void byMonitor(Measured measured) {
    long wantedSince = System.nanoTime();
    synchronized (MONITOR) { // monitor
      measured.hold(wantedSince);
    }
  }

  private static void byLock(Measured measured) {
    long wantedSince = System.nanoTime();
    LOCK.lock(); // lock
    try {
      measured.hold(wantedSince);
    } finally {
      LOCK.unlock();
    }
  }

  private static void byWriteLock(Measured measured) {
    long wantedSince = System.nanoTime();
    WRITE.lock(); // write
    try {
      measured.hold(wantedSince);
    } finally {
      WRITE.unlock();
    }
  }

  private static Thread[] crowd(String name, Runnable turn) {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              name + "-" + i,
              () -> {
                for (int done = 0; done < TURNS; done++) {
                  turn.run();
                  Stage.sleep(20);
                }
              });
    }
    return threads;
  }

  public static void main(String[] args) throws InterruptedException {
    Measured monitor = new Measured();
    Measured lock = new Measured();
    Measured write = new Measured();
    Stage.say("READY");
    Thread[] first = crowd("monitor", () -> byMonitor(monitor));
    Thread[] second = crowd("lock", () -> byLock(lock));
    Thread[] third = crowd("write", () -> byWriteLock(write));
    Stage.join(first);
    Stage.join(second);
    Stage.join(third);
    monitor.tell("MONITOR");
    lock.tell("LOCK");
    write.tell("WRITE");
    Stage.say("OVER");
  }
}
