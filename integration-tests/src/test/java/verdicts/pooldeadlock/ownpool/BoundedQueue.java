package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A bounded queue changes nothing if the pool cannot grow. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"bounded-1", "bounded-2"},
    pools = "bounded",
    needs = 3)
public final class BoundedQueue {
  public static void main(String[] args) {
    ExecutorService pool =
        new ThreadPoolExecutor(
            2, 2, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(10), Pools.named("bounded"));
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> System.out.println("never")).get(); // waits
          });
    }
    Stage.stuckNamed("bounded-1", "bounded-2");
  }
}
