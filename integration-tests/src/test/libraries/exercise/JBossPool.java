package exercise;

import java.util.concurrent.Future;
import org.jboss.threads.EnhancedQueueExecutor;
import verdicts.Stage;

/** A worker waits for a task that waits in its queue, until the other worker takes it. */
public final class JBossPool {
  public static void main(String[] args) throws Exception {
    EnhancedQueueExecutor pool =
        new EnhancedQueueExecutor.Builder().setCorePoolSize(2).setMaximumPoolSize(2).build();
    Future<String> waits =
        pool.submit(
            () -> {
              pool.execute(Stage::pauseBeyondPatience);
              return pool.submit(() -> "late").get();
            });
    System.out.println(waits.get());
    pool.shutdown();
  }
}
