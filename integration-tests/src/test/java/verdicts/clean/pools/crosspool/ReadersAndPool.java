package verdicts.clean.pools.crosspool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;

/** A reader waits for a task of a pool; one worker wants to write, and the other does the task. */
@Clean
public final class ReadersAndPool {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("worker", 2);
    ReentrantReadWriteLock table = new ReentrantReadWriteLock();
    Meeting meeting = new Meeting(2);
    Thread reader =
        Stage.start(
            "reader",
            () -> {
              table.readLock().lock();
              meeting.meet();
              pool.submit(() -> Stage.longPause()).get();
              table.readLock().unlock();
            });
    meeting.meet();
    Future<String> writer =
        pool.submit(
            () -> {
              table.writeLock().lock();
              table.writeLock().unlock();
              return "written";
            });
    System.out.println(writer.get());
    reader.join();
    Pools.end(pool);
  }
}
