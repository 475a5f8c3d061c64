package verdicts.lockstarvation;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Greed;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread passes another one at a lock. */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "waiter",
    summary = {"for GreedyVirtual.LOCK while others took it at least", "times: greedy "},
    resolved = true,
    since = 21,
    withinSeconds = 45,
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyVirtual {
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
    Thread greedy = Virtual.start("greedy", () -> greed.take(() -> hold(greed)));
    greed.awaitBegin();
    Thread waiter = Virtual.start("waiter", () -> greed.want(GreedyVirtual::touch));
    Stage.stuck(waiter);
    greed.end();
    Stage.join(greedy, waiter);
    Stage.say("RESOLVED");
  }
}
