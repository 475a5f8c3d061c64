package hangs;

import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.threads.TaskQueue;
import org.apache.tomcat.util.threads.TaskThreadFactory;
import org.apache.tomcat.util.threads.ThreadPoolExecutor;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * Tomcat, whose pool is no {@code java.util.concurrent.ThreadPoolExecutor}: requests wait in it.
 */
public final class TomcatOwnPool {
  public static void main(String[] args) {
    TaskQueue queue = new TaskQueue();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            2, 2, 60, TimeUnit.SECONDS, queue, new TaskThreadFactory("exec-", true, 5));
    queue.setParent(pool);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            return pool.submit(() -> "never").get();
          });
    }
    Stage.stuckNamed("exec-1", "exec-2");
  }
}
