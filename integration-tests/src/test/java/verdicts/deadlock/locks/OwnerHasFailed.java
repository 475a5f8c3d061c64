package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** The owner is ended by an exception between lock and try, with four threads queued behind it. */
@Verdict(
    threads = {"heir-0", "heir-1", "heir-2", "heir-3"},
    summary = {"failing"})
public final class OwnerHasFailed {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock(true);
    Meeting locked = new Meeting(2);
    Meeting queued = new Meeting(2);
    Thread failing =
        new Thread(
            () -> {
              lock.lock();
              locked.meet();
              queued.meet();
              throw new IllegalStateException("on purpose");
            },
            "failing");
    failing.setUncaughtExceptionHandler((thread, failure) -> {});
    failing.start();
    locked.meet();
    Thread[] heirs = new Thread[4];
    for (int i = 0; i < heirs.length; i++) {
      heirs[i] = Stage.start("heir-" + i, lock::lock);
    }
    Stage.awaitRest(heirs);
    queued.meet();
    failing.join();
    Stage.stuck(heirs);
  }
}
