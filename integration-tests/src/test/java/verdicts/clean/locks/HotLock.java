package verdicts.clean.locks;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Eight threads fight for one ReentrantLock, fair and not. */
@Clean
public final class HotLock {
  private static int count;

  private static void fight(Lock lock, int rounds) throws InterruptedException {
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "hot-" + i,
              () -> {
                for (int n = 0; n < rounds; n++) {
                  lock.lock();
                  try {
                    count++;
                  } finally {
                    lock.unlock();
                  }
                }
              });
    }
    Stage.join(threads);
  }

  public static void main(String[] args) throws Exception {
    fight(new ReentrantLock(), 50_000);
    fight(new ReentrantLock(true), 500);
    System.out.println(count);
  }
}
