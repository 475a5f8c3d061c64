package verdicts.clean.pools.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** All workers of a fork-join pool wait for future tasks of a plain pool. */
@Clean
public final class FutureTasksElsewhere {
  public static void main(String[] args) throws Exception {
    ForkJoinPool fork = Pools.forkJoin("fork", 2);
    ExecutorService plain = Pools.fixed("plain", 1);
    List<Future<Integer>> sums = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sums.add(
          fork.submit(
              () ->
                  plain
                      .submit(
                          () -> {
                            Stage.sleep(700);
                            return 1;
                          })
                      .get()));
    }
    int all = 0;
    for (Future<Integer> sum : sums) {
      all += sum.get();
    }
    System.out.println(all);
    Pools.end(fork, plain);
  }
}
