package verdicts.pooldeadlock.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A reader waits for a queued task; the worker wants to write. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"reader", "writer-1"},
    pools = "writer")
public final class PoolAndReadLock {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("writer", 1);
    ReentrantReadWriteLock table = new ReentrantReadWriteLock();
    Meeting meeting = new Meeting(2);
    Thread reader =
        Stage.start(
            "reader",
            () -> {
              table.readLock().lock(); // holds
              meeting.meet();
              pool.submit(() -> System.out.println("never")).get(); // waits
              table.readLock().unlock();
            });
    pool.execute(
        () -> {
          meeting.meet();
          table.writeLock().lock(); // waits
          table.writeLock().unlock();
        });
    Stage.stuck(reader, Stage.named("writer-1"));
  }
}
