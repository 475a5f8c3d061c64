package verdicts.clean.loaders;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Locks, monitors and threads that were used must be free for collection afterwards. */
@Clean
public final class LostLocks {
  private static List<WeakReference<?>> use() throws Exception {
    Object monitor = new Object();
    ReentrantLock lock = new ReentrantLock();
    Semaphore semaphore = new Semaphore(1);
    Thread thread =
        Stage.start(
            "user",
            () -> {
              semaphore.acquire();
              synchronized (monitor) {
                lock.lock();
                Stage.sleep(1_100);
                lock.unlock();
              }
            });
    thread.join();
    synchronized (monitor) {
      semaphore.release();
    }
    return List.of(
        new WeakReference<>(monitor),
        new WeakReference<>(lock),
        new WeakReference<>(semaphore),
        new WeakReference<>(thread));
  }

  private static boolean allGone(List<WeakReference<?>> references) {
    return references.stream().allMatch(reference -> reference.get() == null);
  }

  public static void main(String[] args) throws Exception {
    List<WeakReference<?>> references = use();
    for (int i = 0; i < 1_000 && !allGone(references); i++) {
      System.gc();
      Stage.sleep(50);
    }
    System.out.println(allGone(references) ? "all gone" : "leaked " + references);
  }
}
