package verdicts.clean.pools.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Parallel streams inside the workers of small fork-join pools, and inside plain workers. */
@Clean
public final class StreamsInside {
  private static int slowSum() {
    return IntStream.range(0, 100)
        .parallel()
        .map(
            i -> {
              Stage.sleep(10);
              return 1;
            })
        .sum();
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool small = Pools.forkJoin("small", 2);
    ExecutorService plain = Pools.fixed("plain", 2);
    List<Future<Integer>> sums = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      sums.add(small.submit(() -> slowSum()));
      sums.add(plain.submit(() -> slowSum()));
    }
    int all = 0;
    for (Future<Integer> sum : sums) {
      all += sum.get();
    }
    System.out.println(all);
    Pools.end(small, plain);
  }
}
