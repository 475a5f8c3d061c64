package verdicts.longhold;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;

/** A wait that would give up after an hour is long nevertheless. */
@Verdict(
    kind = "long-hold",
    threads = "patient",
    summary = "for holder, which waits in CountDownLatch.await",
    waitingBehind = 0,
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class TimedTry {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch end = new CountDownLatch(1);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              lock.lock(); // holds
              end.await();
              lock.unlock();
            });
    Stage.awaitRest(holder);
    Thread patient =
        Stage.start(
            "patient",
            () -> {
              if (lock.tryLock(1, TimeUnit.HOURS)) { // waits
                lock.unlock();
              }
            });
    Stage.stuck(patient);
    end.countDown();
    Stage.join(holder, patient);
    Stage.say("RESOLVED");
  }
}
