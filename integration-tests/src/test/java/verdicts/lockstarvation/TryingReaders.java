package verdicts.lockstarvation;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Shifts;
import verdicts.Stage;
import verdicts.Verdict;

/** Readers that try the lock pass a waiting writer even where the lock is fair. */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "writer",
    summary = {"for TryingReaders.LOCK.writeLock() while others took it at least"},
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class TryingReaders {
  private static final ReentrantReadWriteLock LOCK = new ReentrantReadWriteLock(true);

  private static Runnable enter() {
    if (!LOCK.readLock().tryLock()) {
      throw new IllegalStateException("the writer came first");
    }
    return () -> LOCK.readLock().unlock();
  }

  public static void main(String[] args) throws Exception {
    Shifts shifts = new Shifts();
    Thread first = Stage.start("reader-0", () -> shifts.take(0, TryingReaders::enter));
    shifts.awaitBegin();
    Thread writer =
        Stage.start(
            "writer",
            () -> {
              LOCK.writeLock().lock();
              LOCK.writeLock().unlock();
            });
    Stage.awaitRest(writer);
    Thread second = Stage.start("reader-1", () -> shifts.take(1, TryingReaders::enter));
    Stage.stuck(writer);
    shifts.end();
    Stage.join(first, second, writer);
    Stage.say("RESOLVED");
  }
}
