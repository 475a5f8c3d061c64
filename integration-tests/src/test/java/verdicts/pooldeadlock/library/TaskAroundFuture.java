package verdicts.pooldeadlock.library;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import verdicts.Body;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** What waits in the queue is a task of an own class, around the future that is waited for. */
@Verdict(
    kind = "pool-deadlock",
    certainty = "likely",
    threads = "lane-1",
    pools = "lane",
    needs = 2)
public final class TaskAroundFuture {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("lane", 1);
    pool.execute(
        Body.task(
            () -> {
              FutureTask<String> answer = new FutureTask<>(() -> "never");
              pool.execute(new Job(answer));
              answer.get();
            }));
    Stage.stuckNamed("lane-1");
  }

  private record Job(FutureTask<String> work) implements Runnable {
    @Override
    public void run() {
      System.out.println("begins");
      work.run();
    }
  }
}
