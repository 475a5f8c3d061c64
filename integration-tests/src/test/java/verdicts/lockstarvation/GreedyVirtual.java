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
    summary = {"for GreedyVirtual.LOCK while others took it at least", "times: greedy-"},
    resolved = true,
    since = 21,
    withinSeconds = 45,
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyVirtual {
  private static final ReentrantLock LOCK = new ReentrantLock();

  private static void hold(Greed greed) {
    while (!LOCK.tryLock()) {
      Thread.onSpinWait();
    }
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
    Thread first = Virtual.start("greedy-0", () -> greed.take(0, () -> hold(greed)));
    Thread second = Virtual.start("greedy-1", () -> greed.take(1, () -> hold(greed)));
    greed.awaitBegin();
    Thread waiter = Virtual.start("waiter", () -> greed.want(GreedyVirtual::touch));
    Stage.stuck(waiter);
    greed.end();
    Stage.join(first, second, waiter);
    Stage.say("RESOLVED");
  }
}
