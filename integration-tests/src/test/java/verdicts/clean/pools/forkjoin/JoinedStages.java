package verdicts.clean.pools.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;

/** All workers of a fork-join pool join stages of their own pool, which makes up for them. */
@Clean
public final class JoinedStages {
  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    Meeting meeting = new Meeting(2);
    List<CompletableFuture<Integer>> outer = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      outer.add(
          CompletableFuture.supplyAsync(
              () -> {
                meeting.meet();
                return CompletableFuture.supplyAsync(
                        () -> {
                          Stage.longPause();
                          return 1;
                        },
                        pool)
                    .join();
              },
              pool));
    }
    System.out.println(outer.get(0).join() + outer.get(1).join());
    Future<Integer> task = pool.submit(() -> pool.submit(() -> 1).get() + 1);
    System.out.println(task.get());
    Pools.end(pool);
  }
}
