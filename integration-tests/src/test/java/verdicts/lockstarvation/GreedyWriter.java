package verdicts.lockstarvation;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Greed;
import verdicts.Stage;
import verdicts.Verdict;

/** A writer passes a waiting reader again and again. */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "waiter",
    summary = {"for GreedyWriter.LOCK.readLock() while others took it at least", "times: greedy-"},
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyWriter {
  private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

  private static void take(int me, Greed greed) {
    greed.take(me, () -> LOCK.writeLock().tryLock(), () -> LOCK.writeLock().unlock());
  }

  private static void read() {
    LOCK.readLock().lock();
    LOCK.readLock().unlock();
  }

  public static void main(String[] args) throws Exception {
    Greed greed = new Greed();
    Thread first = Stage.start("greedy-0", () -> take(0, greed));
    Thread second = Stage.start("greedy-1", () -> take(1, greed));
    greed.awaitBegin();
    Thread waiter = Stage.start("waiter", () -> greed.want(GreedyWriter::read));
    Stage.stuck(waiter);
    greed.end();
    Stage.join(first, second, waiter);
    Stage.say("RESOLVED");
  }
}
