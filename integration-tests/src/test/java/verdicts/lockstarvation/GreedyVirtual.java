package verdicts.lockstarvation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/**
 * A virtual thread takes a lock again at once. It keeps the only carrier meanwhile, so that whoever
 * it has woken comes too late.
 */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "waiter",
    summary = {"for GreedyVirtual.LOCK while others took it at least", "times: greedy "},
    resolved = true,
    since = 21,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    },
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyVirtual {
  private static final long HOLD_MILLIS = 400;
  private static final ReentrantLock LOCK = new ReentrantLock();

  private static volatile boolean over;

  private static void takeAgainAndAgain(CountDownLatch begun) {
    while (!over) {
      LOCK.lock();
      begun.countDown();
      Stage.sleep(HOLD_MILLIS);
      LOCK.unlock();
    }
  }

  private static void touch() {
    LOCK.lock();
    LOCK.unlock();
  }

  public static void main(String[] args) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread greedy = Virtual.start("greedy", () -> takeAgainAndAgain(begun));
    begun.await();
    Thread waiter = Virtual.start("waiter", GreedyVirtual::touch);
    Stage.stuck(waiter);
    over = true;
    Stage.join(greedy, waiter);
    Stage.say("RESOLVED");
  }
}
