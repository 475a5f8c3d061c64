package verdicts.pooldeadlock.forkjoin;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A plain future task knows nothing of fork-join: waiting for it blocks the worker. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"fork-1", "fork-2"},
    pools = "fork")
public final class FutureTaskInForkJoin {
  public static void main(String[] args) {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      pool.submit(
          () -> {
            meeting.meet();
            FutureTask<String> task = new FutureTask<>(() -> "never");
            pool.execute(task);
            return task.get(); // waits
          });
    }
    Stage.stuckNamed("fork-1", "fork-2");
  }
}
