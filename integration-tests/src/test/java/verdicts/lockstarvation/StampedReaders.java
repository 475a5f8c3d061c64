package verdicts.lockstarvation;

import java.util.concurrent.locks.StampedLock;
import verdicts.Shifts;
import verdicts.Stage;
import verdicts.Verdict;

/** Two readers relieve each other, so that a writer never finds the lock free. */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "writer",
    summary = {"while others took it at least", "times: reader-"},
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class StampedReaders {
  private static final StampedLock LOCK = new StampedLock();

  private static Runnable enter() {
    long stamp = LOCK.readLock();
    return () -> LOCK.unlockRead(stamp);
  }

  public static void main(String[] args) throws Exception {
    Shifts shifts = new Shifts();
    Thread first = Stage.start("reader-0", () -> shifts.take(0, StampedReaders::enter));
    shifts.awaitBegin();
    Thread writer = Stage.start("writer", () -> LOCK.unlockWrite(LOCK.writeLock()));
    Stage.awaitRest(writer);
    Thread second = Stage.start("reader-1", () -> shifts.take(1, StampedReaders::enter));
    Stage.stuck(writer);
    shifts.end();
    Stage.join(first, second, writer);
    Stage.say("RESOLVED");
  }
}
