package verdicts.longhold;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.StampedLock;
import verdicts.Stage;
import verdicts.Verdict;

/** A stamp is held for long: who took it is known by history alone. */
@Verdict(
    kind = "long-hold",
    certainty = "likely",
    threads = "reader",
    summary = "for writer, which waits in CountDownLatch.await",
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class StampHolder {
  public static void main(String[] args) throws Exception {
    StampedLock lock = new StampedLock();
    CountDownLatch end = new CountDownLatch(1);
    Thread writer =
        Stage.start(
            "writer",
            () -> {
              long stamp = lock.writeLock(); // holds
              end.await();
              lock.unlockWrite(stamp);
            });
    Stage.awaitRest(writer);
    Thread reader = Stage.start("reader", () -> lock.unlockRead(lock.readLock())); // waits
    Stage.stuck(reader);
    end.countDown();
    Stage.join(writer, reader);
    Stage.say("RESOLVED");
  }
}
