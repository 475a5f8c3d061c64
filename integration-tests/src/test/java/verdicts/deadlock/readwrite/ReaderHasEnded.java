package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Stage;
import verdicts.Verdict;

/** A reader ended without giving its read lock back; the writer waits for ever. */
@Verdict(
    threads = {"writer"},
    certainty = {"certain", "likely"},
    summary = {"reader"})
public final class ReaderHasEnded {
  public static void main(String[] args) throws Exception {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Stage.start("reader", () -> lock.readLock().lock()).join();
    Stage.stuck(Stage.start("writer", () -> lock.writeLock().lock()));
  }
}
