package verdicts.clean.locks;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Waiters in lockInterruptibly and await are interrupted again and again. */
@Clean
public final class InterruptStorm {
  private static void work(ReentrantLock lock, Condition condition, AtomicInteger passed) {
    int own = 0;
    while (own < 200) {
      try {
        lock.lockInterruptibly();
        try {
          condition.awaitNanos(100_000);
          passed.incrementAndGet();
          own++;
        } finally {
          lock.unlock();
        }
      } catch (InterruptedException expected) {
        Thread.yield();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    AtomicInteger passed = new AtomicInteger();
    Thread[] threads = new Thread[4];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Stage.start("stormy-" + i, () -> work(lock, condition, passed));
    }
    int next = 0;
    while (passed.get() < 800) {
      threads[next++ % threads.length].interrupt();
      Stage.sleep(1);
    }
    Stage.join(threads);
    System.out.println(passed);
  }
}
