package verdicts.lockstarvation;

import java.util.concurrent.CountDownLatch;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/**
 * The same with a monitor, which lets go of the carrier from JDK 24 on: the waiter is woken each
 * time, and comes too late.
 */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "waiter",
    summary = {"for GreedyVirtualMonitor.LOCK while others took it at least", "times: greedy "},
    resolved = true,
    since = 24,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=1",
      "-Djdk.virtualThreadScheduler.maxPoolSize=1"
    },
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyVirtualMonitor {
  private static final long HOLD_MILLIS = 400;
  private static final Object LOCK = new Object();

  private static volatile boolean over;

  private static void takeAgainAndAgain(CountDownLatch begun) {
    while (!over) {
      synchronized (LOCK) {
        begun.countDown();
        Stage.sleep(HOLD_MILLIS);
      }
    }
  }

  private static void touch() {
    synchronized (LOCK) {
      Thread.onSpinWait();
    }
  }

  public static void main(String[] args) throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Thread greedy = Virtual.start("greedy", () -> takeAgainAndAgain(begun));
    begun.await();
    Thread waiter = Virtual.start("waiter", GreedyVirtualMonitor::touch);
    Stage.stuck(waiter);
    over = true;
    Stage.join(greedy, waiter);
    Stage.say("RESOLVED");
  }
}
