package verdicts.pooldeadlock.completable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A worker is handed two futures from outside, and what produces them is queued behind it. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"certain", "likely"},
    threads = {"desk-1", "desk-2"},
    pools = "desk",
    needs = 3)
public final class ProducerBehind {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("desk", 2);
    AtomicReference<CompletableFuture<String>> stage = new AtomicReference<>();
    AtomicReference<Future<String>> task = new AtomicReference<>();
    Meeting meeting = new Meeting(3);
    pool.submit(
        () -> {
          meeting.meet();
          return stage.get().join(); // waits
        });
    pool.submit(
        () -> {
          meeting.meet();
          return task.get().get(); // waits
        });
    stage.set(CompletableFuture.supplyAsync(() -> "never", pool));
    task.set(pool.submit(() -> "never"));
    meeting.meet();
    Stage.stuckNamed("desk-1", "desk-2");
  }
}
