package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;

/** The owner ended without giving its lock back. */
@Verdict(
    threads = {"heir"},
    summary = {"gone"},
    lockNames = {"OwnerHasEnded.lock"})
public final class OwnerHasEnded {
  private static final ReentrantLock lock = new ReentrantLock();

  public static void main(String[] args) throws Exception {
    Thread gone = Stage.start("gone", lock::lock);
    gone.join();
    Thread heir =
        Stage.start(
            "heir",
            () -> {
              lock.lock(); // waits
              lock.unlock();
            });
    Stage.stuck(heir);
  }
}
