package verdicts.clean.pools.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;

/** A thread waits under a lock for a task; one worker wants the lock, another runs the task. */
@Clean
public final class LockAndFreeWorker {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("worker", 2);
    ReentrantLock lock = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              lock.lock();
              meeting.meet();
              pool.submit(() -> Stage.longPause()).get();
              lock.unlock();
            });
    meeting.meet();
    Future<String> wanting =
        pool.submit(
            () -> {
              lock.lock();
              lock.unlock();
              return "had it";
            });
    System.out.println(wanting.get());
    boss.join();
    Pools.end(pool);
  }
}
