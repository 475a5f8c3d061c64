package verdicts.pooldeadlock.ownpool;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A pool over a deque, with a queued task between the waiting one and the awaited one. */
@Verdict(kind = "pool-deadlock", threads = "deque-1", pools = "deque")
public final class Deque {
  public static void main(String[] args) {
    ExecutorService pool =
        new ThreadPoolExecutor(
            1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingDeque<>(), Pools.named("deque"));
    Meeting meeting = new Meeting(2);
    pool.submit(
        () -> {
          meeting.meet();
          return pool.submit(() -> System.out.println("never")).get(); // waits
        });
    pool.execute(() -> System.out.println("never"));
    meeting.meet();
    Stage.stuckNamed("deque-1");
  }
}
