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
    summary = {"for GreedyLock.LOCK while others took it at least", "times: greedy "},
    resolved = true,
    withinSeconds = 45,
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyLock {
  private static final ReentrantLock LOCK = new ReentrantLock();

  private static void hold(Greed greed) {
    LOCK.lock();
    try {
      greed.enjoy();
    } finally {
      LOCK.unlock();
    }
  }

  private static void touch() {
    LOCK.lock();
    LOCK.unlock();
  }

  public static void main(String[] args) throws Exception {
    Greed greed = new Greed();
    Thread greedy = Stage.start("greedy", () -> greed.take(() -> hold(greed)));
    greed.awaitBegin();
    Thread waiter = Stage.start("waiter", () -> greed.want(GreedyLock::touch));
    Stage.stuck(waiter);
    greed.end();
    Stage.join(greedy, waiter);
    Stage.say("RESOLVED");
  }
}
