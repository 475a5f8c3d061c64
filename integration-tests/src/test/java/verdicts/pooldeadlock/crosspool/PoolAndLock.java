package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The same with a lock, in a pool whose two workers want it both. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"boss", "worker-1", "worker-2"},
    pools = "worker")
public final class PoolAndLock {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("worker", 2);
    ReentrantLock lock = new ReentrantLock();
    Meeting meeting = new Meeting(3);
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              lock.lock(); // holds
              meeting.meet();
              pool.submit(() -> System.out.println("never")).get(); // waits
              lock.unlock();
            });
    for (int i = 0; i < 2; i++) {
      pool.execute(
          () -> {
            meeting.meet();
            lock.lock(); // waits
            lock.unlock();
          });
    }
    Stage.stuck(boss, Stage.named("worker-1"), Stage.named("worker-2"));
  }
}
