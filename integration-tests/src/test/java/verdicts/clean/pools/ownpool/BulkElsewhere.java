package verdicts.clean.pools.ownpool;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Workers invoke all, invoke any, and use a completion service, always in another pool. */
@Clean
public final class BulkElsewhere {
  public static void main(String[] args) throws Exception {
    ExecutorService callers = Pools.fixed("caller", 3);
    ExecutorService parts = Pools.fixed("part", 2);
    Callable<Integer> part =
        () -> {
          Stage.sleep(300);
          return 1;
        };
    List<Callable<Integer>> several = Collections.nCopies(4, part);
    Future<Integer> all = callers.submit(() -> parts.invokeAll(several).get(3).get());
    Future<Integer> any = callers.submit(() -> parts.invokeAny(several));
    Future<Integer> first =
        callers.submit(
            () -> {
              CompletionService<Integer> service = new ExecutorCompletionService<>(parts);
              several.forEach(service::submit);
              int sum = 0;
              for (int i = 0; i < several.size(); i++) {
                sum += service.take().get();
              }
              return sum;
            });
    System.out.println(all.get() + any.get() + first.get());
    Pools.end(callers, parts);
  }
}
