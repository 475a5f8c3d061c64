package verdicts.longhold;

import java.util.concurrent.CountDownLatch;
import verdicts.Stage;
import verdicts.Verdict;

/** One waits for a signal from outside, in a monitor that another needs for something else. */
@Verdict(
    kind = "long-hold",
    threads = "patient",
    summary = "for idler, which waits in CountDownLatch.await",
    waitingBehind = 0,
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class IdleHolder {
  private static final Object LOCK = new Object();

  public static void main(String[] args) throws Exception {
    CountDownLatch signal = new CountDownLatch(1);
    Thread idler =
        Stage.start(
            "idler",
            () -> {
              synchronized (LOCK) { // holds
                signal.await();
              }
            });
    Stage.awaitRest(idler);
    Thread patient =
        Stage.start(
            "patient",
            () -> {
              synchronized (LOCK) { // waits
                Thread.onSpinWait();
              }
            });
    Stage.stuck(patient);
    signal.countDown();
    Stage.join(idler, patient);
    Stage.say("RESOLVED");
  }
}
