package hangs;

import com.google.common.util.concurrent.ListeningExecutorService;
import com.google.common.util.concurrent.MoreExecutors;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Meeting;
import verdicts.Stage;

/** Guava: both workers wait for a listenable future whose task is queued behind them. */
public final class GuavaOwnPool {
  public static void main(String[] args) {
    AtomicInteger count = new AtomicInteger();
    ListeningExecutorService pool =
        MoreExecutors.listeningDecorator(
            Executors.newFixedThreadPool(
                2, task -> new Thread(task, "lane-" + count.incrementAndGet())));
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> "never").get();
          });
    }
    Stage.stuckNamed("lane-1", "lane-2");
  }
}
