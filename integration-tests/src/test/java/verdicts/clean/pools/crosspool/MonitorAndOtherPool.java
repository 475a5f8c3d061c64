package verdicts.clean.pools.crosspool;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;

/** A thread waits under a monitor for a task of one pool, while workers of another one want it. */
@Clean
public final class MonitorAndOtherPool {
  public static void main(String[] args) throws Exception {
    ExecutorService wanting = Pools.fixed("wanting", 2);
    ExecutorService working = Pools.fixed("working", 1);
    Object monitor = new Object();
    Meeting meeting = new Meeting(2);
    Thread boss =
        Stage.start(
            "boss",
            () -> {
              synchronized (monitor) {
                meeting.meet();
                working.submit(() -> Stage.longPause()).get();
              }
            });
    meeting.meet();
    List<Future<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(
          wanting.submit(
              () -> {
                synchronized (monitor) {
                  System.out.println("entered");
                }
              }));
    }
    for (Future<?> task : tasks) {
      task.get();
    }
    boss.join();
    Pools.end(wanting, working);
  }
}
