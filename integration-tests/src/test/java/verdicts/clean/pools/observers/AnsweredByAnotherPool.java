package verdicts.clean.pools.observers;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.observers.Source;

/** Whichever comes first: the value from the pool itself, or that of a timer of another pool. */
@Clean
public final class AnsweredByAnotherPool {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("single", 1);
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Pools.named("timer"));
    Future<Integer> answer =
        pool.submit(
            () -> {
              Source.Awaiting<Integer> observer = new Source.Awaiting<>();
              Source.of(() -> 1).on(pool).map(n -> n + 1).subscribe(observer);
              timer.schedule(
                  () -> Source.of(() -> 2).map(n -> n + 1).subscribe(observer),
                  Stage.BEYOND_PATIENCE_MILLIS,
                  TimeUnit.MILLISECONDS);
              return observer.value();
            });
    System.out.println(answer.get());
    Pools.end(pool, timer);
  }
}
