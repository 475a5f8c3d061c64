package verdicts.pooldeadlock.virtual;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/**
 * The lock is free: it was handed to a virtual thread that has no carrier, since a class
 * initialiser that is queued for the same lock keeps the only one.
 */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    summary = {"initialiser", "next"},
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    })
public final class PinnedBehindFreeLock {
  static final ReentrantLock lock = new ReentrantLock();
  static final CountDownLatch pinned = new CountDownLatch(1);

  /** Needs the lock to know its value. */
  static final class Config {
    static final int value;

    static {
      pinned.countDown();
      lock.lock(); // waits
      value = 1;
      lock.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    lock.lock();
    Virtual.start(
        "next",
        () -> {
          lock.lock(); // waits
          lock.unlock();
        });
    while (!lock.hasQueuedThreads()) {
      Thread.onSpinWait();
    }
    Thread initialiser = Virtual.start("initialiser", () -> System.out.println(Config.value));
    pinned.await();
    while (lock.getQueueLength() < 2) {
      Thread.onSpinWait();
    }
    lock.unlock();
    Stage.stuck(initialiser);
  }
}
