package verdicts.clean.lockstarvation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Stage;

/** Busy locks that are not fair, but are left alone for a moment between two holds. */
@Clean(options = {"lock-threshold=2s", "grace=0"})
public final class GapsBetween {
  private static final int HOLDS = 8;
  private static final Object MONITOR = new Object();

  private static void rest() {
    Stage.sleep(300);
  }

  private static void byMonitor() {
    synchronized (MONITOR) {
      rest();
    }
  }

  private static void by(Lock lock) {
    lock.lock();
    try {
      rest();
    } finally {
      lock.unlock();
    }
  }

  /** Two take turns. */
  private static List<Thread> pair(Runnable hold) {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      threads.add(
          Stage.start(
              "turn-" + i,
              () -> {
                for (int done = 0; done < HOLDS; done++) {
                  hold.run();
                  Stage.sleep(100);
                }
              }));
    }
    return threads;
  }

  public static void main(String[] args) throws InterruptedException {
    ReentrantLock lock = new ReentrantLock();
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    List<Thread> threads = new ArrayList<>(pair(GapsBetween::byMonitor));
    threads.addAll(pair(() -> by(lock)));
    threads.addAll(pair(() -> by(both.writeLock())));
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println("all had their turns");
  }
}
