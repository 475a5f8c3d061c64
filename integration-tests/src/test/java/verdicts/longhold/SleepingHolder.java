package verdicts.longhold;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;

/** One sleeps while it holds a lock that another needs, until it is woken. */
@Verdict(
    kind = "long-hold",
    threads = "patient",
    summary = "for sleeper, which sleeps in",
    lockNames = "SleepingHolder.LOCK",
    waitingBehind = 0,
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class SleepingHolder {
  private static final ReentrantLock LOCK = new ReentrantLock();

  public static void main(String[] args) throws Exception {
    Thread sleeper =
        Stage.start(
            "sleeper",
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
    Stage.awaitRest(sleeper);
    Thread patient =
        Stage.start(
            "patient",
            () -> {
              LOCK.lock(); // waits
              LOCK.unlock();
            });
    Stage.stuck(patient);
    sleeper.interrupt();
    Stage.join(sleeper, patient);
    Stage.say("RESOLVED");
  }
}
