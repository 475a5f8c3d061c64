package verdicts.pooldeadlock.ownpool;

import java.util.Comparator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** The child comes first in a priority queue, and still nobody takes it. */
@Verdict(kind = "pool-deadlock", threads = "urgent-1", pools = "urgent")
public final class PriorityQueue {
  public static void main(String[] args) {
    Comparator<Runnable> lastInFirstOut = (a, b) -> -1;
    ExecutorService pool =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new PriorityBlockingQueue<>(11, lastInFirstOut),
            Pools.named("urgent"));
    Meeting meeting = new Meeting(2);
    pool.submit(
        () -> {
          meeting.meet();
          return pool.submit(() -> System.out.println("never")).get(); // waits
        });
    for (int i = 0; i < 20; i++) {
      pool.execute(() -> System.out.println("never"));
    }
    meeting.meet();
    Stage.stuckNamed("urgent-1");
  }
}
