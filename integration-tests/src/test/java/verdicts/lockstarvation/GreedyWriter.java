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
    withinSeconds = 45,
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyWriter {
  private static final ReadWriteLock LOCK = new ReentrantReadWriteLock();

  private static void hold(Greed greed) {
    while (!LOCK.writeLock().tryLock()) {
      Thread.onSpinWait();
    }
    try {
      greed.enjoy();
    } finally {
      LOCK.writeLock().unlock();
    }
  }

  private static void read() {
    LOCK.readLock().lock();
    LOCK.readLock().unlock();
  }

  public static void main(String[] args) throws Exception {
    Greed greed = new Greed();
    Thread first = Stage.start("greedy-0", () -> greed.take(0, () -> hold(greed)));
    Thread second = Stage.start("greedy-1", () -> greed.take(1, () -> hold(greed)));
    greed.awaitBegin();
    Thread waiter = Stage.start("waiter", () -> greed.want(GreedyWriter::read));
    Stage.stuck(waiter);
    greed.end();
    Stage.join(first, second, waiter);
    Stage.say("RESOLVED");
  }
}
