package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Stage;
import verdicts.Verdict;

/** The writer ended without giving the lock back; a reader waits for ever. */
@Verdict(
    threads = {"reader"},
    summary = {"writer"})
public final class WriteOwnerHasEnded {
  public static void main(String[] args) throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Stage.start("writer", () -> lock.writeLock().lock()).join();
    Thread reader =
        Stage.start(
            "reader",
            () -> {
              lock.readLock().lock(); // waits
              lock.readLock().unlock();
            });
    Stage.stuck(reader);
  }
}
