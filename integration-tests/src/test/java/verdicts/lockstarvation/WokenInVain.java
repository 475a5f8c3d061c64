package verdicts.lockstarvation;

import java.util.concurrent.Semaphore;
import verdicts.SlowMutex;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * A waiter is woken, and another comes first, again and again: most of the time it does not sleep
 * in the queue, as a thread that gets no processor does not, and has not got what it waits for.
 */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "waiter",
    summary = {"for a SlowMutex while others took it at least", "times: greedy-"},
    resolved = true,
    options = {"lock-threshold=3s", "grace=0"})
public final class WokenInVain {
  private static final long AWAKE_MILLIS = 500;
  private static final long ASLEEP_MILLIS = 200;
  private static final SlowMutex MUTEX = new SlowMutex("waiter");
  private static final Semaphore[] TURNS = {new Semaphore(1), new Semaphore(0)};

  private static volatile boolean over;

  private static void takeInTurn(int me) throws InterruptedException {
    while (!over) {
      TURNS[me].acquire();
      MUTEX.take();
      Stage.sleep(AWAKE_MILLIS);
      MUTEX.beSlow(false); // It is taken: the waiter finds that out, and sleeps.
      Stage.sleep(ASLEEP_MILLIS);
      MUTEX.beSlow(true);
      MUTEX.giveBack();
      TURNS[1 - me].release();
    }
  }

  public static void main(String[] args) throws Exception {
    Thread first = Stage.start("greedy-0", () -> takeInTurn(0));
    Stage.awaitRest(first);
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              MUTEX.take();
              MUTEX.giveBack();
            });
    Thread second = Stage.start("greedy-1", () -> takeInTurn(1));
    Stage.stuck(second);
    over = true;
    Stage.join(first, second);
    MUTEX.beSlow(false);
    waiter.join();
    Stage.say("RESOLVED");
  }
}
