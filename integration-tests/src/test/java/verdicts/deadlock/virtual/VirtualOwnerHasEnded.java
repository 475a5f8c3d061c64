package verdicts.deadlock.virtual;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread ended without giving its lock back. */
@Verdict(
    threads = {"heir"},
    summary = {"gone"},
    since = 21)
public final class VirtualOwnerHasEnded {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Virtual.start("gone", lock::lock).join();
    Stage.stuck(
        Virtual.start(
            "heir",
            () -> {
              lock.lock(); // waits
              lock.unlock();
            }));
  }
}
