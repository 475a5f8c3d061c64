package hangs;

import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.threads.EnhancedQueueExecutor;
import verdicts.Meeting;
import verdicts.Stage;

/** JBoss Threads: both workers wait for tasks that wait behind them. */
public final class JBossOwnPool {
  public static void main(String[] args) {
    AtomicInteger count = new AtomicInteger();
    EnhancedQueueExecutor pool =
        new EnhancedQueueExecutor.Builder()
            .setCorePoolSize(2)
            .setMaximumPoolSize(2)
            .setThreadFactory(task -> new Thread(task, "task-" + count.incrementAndGet()))
            .build();
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> "never").get();
          });
    }
    Stage.stuckNamed("task-2", "task-3");
  }
}
