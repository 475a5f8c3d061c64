package verdicts.clean.virtual;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/** Twenty thousand short virtual threads on one monitor and one lock. */
@Clean(since = 21)
public final class ThousandsOfVirtualThreads {
  private static final Object monitor = new Object();
  private static int monitored;
  private static int locked;

  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Thread[] threads = new Thread[20_000];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Virtual.start(
              "v" + i,
              () -> {
                synchronized (monitor) {
                  monitored++;
                }
                lock.lock();
                try {
                  locked++;
                } finally {
                  lock.unlock();
                }
              });
    }
    Stage.join(threads);
    System.out.println(monitored + " " + locked);
  }
}
