package verdicts.longhold;

import java.util.concurrent.CountDownLatch;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread waits for a monitor that a platform thread holds for long. */
@Verdict(
    kind = "long-hold",
    certainty = {"certain", "likely"},
    threads = "virtual",
    summary = "for holder, which waits in CountDownLatch.await",
    waitingBehind = 0,
    resolved = true,
    since = 21,
    options = {"lock-threshold=2s", "grace=0"})
public final class VirtualMonitor {
  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    CountDownLatch end = new CountDownLatch(1);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              synchronized (lock) { // holds
                end.await();
              }
            });
    Stage.awaitRest(holder);
    Thread waiter =
        Virtual.start(
            "virtual",
            () -> {
              synchronized (lock) { // waits
                Thread.onSpinWait();
              }
            });
    Stage.stuck(waiter);
    end.countDown();
    Stage.join(holder, waiter);
    Stage.say("RESOLVED");
  }
}
