package verdicts.clean.pools.forkjoin;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * A worker waits for the lock of a thread that waits for the task of another worker, which runs.
 */
@Clean
public final class WorkerBlockedElsewhere {
  private static final Object lock = new Object();

  public static void main(String[] args) throws Exception {
    ForkJoinPool slow = new ForkJoinPool(1);
    ForkJoinPool blocked = new ForkJoinPool(1);
    Meeting begun = new Meeting(2);
    ForkJoinTask<?> task =
        slow.submit(
            () -> {
              begun.meet();
              Stage.longPause();
            });
    begun.meet();
    ForkJoinTask<String> after;
    synchronized (lock) {
      after =
          blocked.submit(
              () -> {
                synchronized (lock) {
                  return "after";
                }
              });
      task.join();
    }
    System.out.println(after.get());
  }
}
