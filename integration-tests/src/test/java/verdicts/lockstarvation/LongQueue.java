package verdicts.lockstarvation;

import verdicts.Stage;
import verdicts.Verdict;

/**
 * So many take turns at a monitor that each of them waits for long, however the JVM queues them.
 */
@Verdict(
    kind = "lock-starvation",
    certainty = {"possible", "likely"},
    summary = {"for LongQueue.COUNTER while others took it at least", "times: customer-"},
    resolved = true,
    options = {"lock-threshold=2s", "grace=0", "interval=200ms"})
public final class LongQueue {
  private static final int CUSTOMERS = 24;
  private static final long TURN_MILLIS = 250;
  private static final Object COUNTER = new Object();

  private static volatile boolean over;

  private static void comeAgainAndAgain() {
    while (!over) {
      synchronized (COUNTER) {
        Stage.sleep(over ? 0 : TURN_MILLIS);
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread[] customers = new Thread[CUSTOMERS];
    for (int i = 0; i < CUSTOMERS; i++) {
      customers[i] = Stage.start("customer-" + i, LongQueue::comeAgainAndAgain);
    }
    Stage.stuck(customers[0]);
    over = true;
    Stage.join(customers);
    Stage.say("RESOLVED");
  }
}
