package verdicts.longhold;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread holds a lock for long that ten others need. */
@Verdict(
    kind = "long-hold",
    summary = "10 threads wait, directly or not, for holder, which waits in CountDownLatch.await",
    waitingBehind = 9,
    resolved = true,
    since = 21,
    options = {"lock-threshold=2s", "grace=0"})
public final class VirtualHolder {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    CountDownLatch end = new CountDownLatch(1);
    Thread holder =
        Virtual.start(
            "holder",
            () -> {
              lock.lock();
              end.await();
              lock.unlock();
            });
    Stage.awaitRest(holder);
    Thread[] waiters = new Thread[10];
    for (int i = 0; i < waiters.length; i++) {
      waiters[i] =
          Virtual.start(
              "waiter-" + i,
              () -> {
                lock.lock();
                lock.unlock();
              });
    }
    Stage.stuck(waiters);
    end.countDown();
    holder.join();
    Stage.join(waiters);
    Stage.say("RESOLVED");
  }
}
