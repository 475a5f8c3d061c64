package verdicts.clean.pools.library;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.library.Result;

/** The future of a library that waits in the queue of nobody: some thread completes it later. */
@Clean
public final class CompletedElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 1);
    Result result = new Result();
    Thread other =
        Stage.start(
            "other",
            () -> {
              Stage.pauseBeyondPatience();
              result.run();
            });
    Future<String> first = pool.submit(() -> result.get());
    Future<String> second = pool.submit(() -> "second");
    System.out.println(first.get() + " " + second.get());
    Stage.join(other);
    Pools.end(pool);
  }
}
