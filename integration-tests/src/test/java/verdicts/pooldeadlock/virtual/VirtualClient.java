package verdicts.pooldeadlock.virtual;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread holds a lock and waits for a task of a platform pool whose worker wants it. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"client", "worker-1"},
    pools = "worker",
    since = 21)
public final class VirtualClient {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("worker", 1);
    ReentrantLock lock = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread client =
        Virtual.start(
            "client",
            () -> {
              lock.lock(); // holds
              meeting.meet();
              pool.submit(() -> System.out.println("never")).get(); // waits
              lock.unlock();
            });
    pool.execute(
        () -> {
          meeting.meet();
          lock.lock(); // waits
          lock.unlock();
        });
    Stage.stuck(client, Stage.named("worker-1"));
  }
}
