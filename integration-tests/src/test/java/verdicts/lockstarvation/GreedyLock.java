package verdicts.lockstarvation;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Greed;
import verdicts.Stage;
import verdicts.Verdict;

/** The same with a lock that is not fair. */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "waiter",
    summary = {"for GreedyLock.LOCK while others took it at least", "times: greedy-"},
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyLock {
  private static final ReentrantLock LOCK = new ReentrantLock();

  private static void take(int me, Greed greed) {
    greed.take(me, () -> LOCK.tryLock(), () -> LOCK.unlock());
  }

  private static void touch() {
    LOCK.lock();
    LOCK.unlock();
  }

  public static void main(String[] args) throws Exception {
    Greed greed = new Greed();
    Thread first = Stage.start("greedy-0", () -> take(0, greed));
    Thread second = Stage.start("greedy-1", () -> take(1, greed));
    greed.awaitBegin();
    Thread waiter = Stage.start("waiter", () -> greed.want(GreedyLock::touch));
    Stage.stuck(waiter);
    greed.end();
    Stage.join(first, second, waiter);
    Stage.say("RESOLVED");
  }
}
