package verdicts.deadlock.futures;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A task that asks for its own result. */
@Verdict(
    threads = {"worker"},
    summary = {"it runs the task whose result it wants"})
public final class OwnResult {
  private static Future<?> result;

  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(2, task -> new Thread(task, "worker"));
    Meeting known = new Meeting(2);
    Meeting running = new Meeting(2);
    Thread[] worker = new Thread[1];
    result =
        pool.submit(
            () -> {
              worker[0] = Thread.currentThread();
              running.meet();
              known.meet();
              return result.get(); // waits
            });
    running.meet();
    known.meet();
    Stage.stuck(worker[0]);
  }
}
