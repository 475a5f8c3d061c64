package verdicts.longhold;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Lock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.WaitingLock;

/** A lock of the application's own making, of which the JVM knows nothing, is held for long. */
@Verdict(
    kind = "long-hold",
    certainty = "likely",
    threads = "patient",
    summary = "for holder, which waits in CountDownLatch.await",
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class OwnLockHolder {
  public static void main(String[] args) throws Exception {
    Lock lock = new WaitingLock();
    CountDownLatch end = new CountDownLatch(1);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              lock.lock();
              end.await();
              lock.unlock();
            });
    Stage.awaitRest(holder);
    Thread patient =
        Stage.start(
            "patient",
            () -> {
              lock.lock();
              lock.unlock();
            });
    Stage.stuck(patient);
    end.countDown();
    Stage.join(holder, patient);
    Stage.say("RESOLVED");
  }
}
