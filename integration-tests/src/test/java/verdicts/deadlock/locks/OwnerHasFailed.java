package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;

/** The owner was ended by an exception between lock and try; several wait for it. */
@Verdict(
    threads = {"heir"},
    waitingBehind = 3)
public final class OwnerHasFailed {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock(true);
    Thread failing =
        new Thread(
            () -> {
              lock.lock();
              throw new IllegalStateException("on purpose");
            },
            "failing");
    failing.setUncaughtExceptionHandler((thread, failure) -> {});
    failing.start();
    failing.join();
    Thread heir = Stage.start("heir", lock::lock);
    Stage.awaitRest(heir);
    Thread[] others = new Thread[3];
    for (int i = 0; i < others.length; i++) {
      others[i] = Stage.start("later-" + i, lock::lock);
    }
    Stage.stuck(others);
  }
}
