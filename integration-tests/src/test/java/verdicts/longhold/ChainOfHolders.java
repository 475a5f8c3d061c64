package verdicts.longhold;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * One waits for a monitor whose owner waits for a lock whose owner sleeps: that one is the cause.
 */
@Verdict(
    kind = "long-hold",
    summary = {"2 threads wait, directly or not, for root, which sleeps in", "first has waited"},
    waitingBehind = 0,
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class ChainOfHolders {
  private static final Object MONITOR = new Object();
  private static final ReentrantLock LOCK = new ReentrantLock(true);

  public static void main(String[] args) throws Exception {
    Thread root =
        Stage.start(
            "root",
            () -> {
              LOCK.lock(); // holds
              try {
                Thread.sleep(600_000);
              } catch (InterruptedException woken) {
                return;
              } finally {
                LOCK.unlock();
              }
            });
    Stage.awaitRest(root);
    Thread second =
        Stage.start(
            "second",
            () -> {
              synchronized (MONITOR) { // holds
                LOCK.lock(); // waits
                LOCK.unlock();
              }
            });
    Stage.awaitRest(second);
    Thread first =
        Stage.start(
            "first",
            () -> {
              synchronized (MONITOR) { // waits
                Thread.onSpinWait();
              }
            });
    Stage.stuck(first);
    root.interrupt();
    Stage.join(root, second, first);
    Stage.say("RESOLVED");
  }
}
