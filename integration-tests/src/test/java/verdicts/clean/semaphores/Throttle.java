package verdicts.clean.semaphores;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Stage;

/** Thirty tasks through a semaphore of three; every task gives back what it took. */
@Clean
public final class Throttle {
  public static void main(String[] args) throws Exception {
    Semaphore permits = new Semaphore(3, true);
    AtomicInteger done = new AtomicInteger();
    Thread[] threads = new Thread[30];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "task-" + i,
              () -> {
                permits.acquire();
                try {
                  Stage.sleep(150);
                  done.incrementAndGet();
                } finally {
                  permits.release();
                }
              });
    }
    Stage.join(threads);
    System.out.println(done + " " + permits.availablePermits());
  }
}
