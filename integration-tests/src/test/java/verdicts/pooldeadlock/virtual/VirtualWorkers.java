package verdicts.pooldeadlock.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A pool of two whose workers are virtual threads: few of them are as bad as few of others. */
@Verdict(
    kind = "pool-deadlock",
    threads = {"light-1", "light-2"},
    pools = "light",
    needs = 3,
    since = 21)
public final class VirtualWorkers {
  public static void main(String[] args) {
    ExecutorService pool = Executors.newFixedThreadPool(2, Virtual.factory("light-"));
    Meeting meeting = new Meeting(2);
    List<CompletableFuture<Thread>> workers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      CompletableFuture<Thread> worker = new CompletableFuture<>();
      workers.add(worker);
      pool.submit(
          () -> {
            worker.complete(Thread.currentThread());
            meeting.meet();
            return pool.submit(() -> System.out.println("never")).get(); // waits
          });
    }
    Stage.stuck(workers.get(0).join(), workers.get(1).join());
  }
}
