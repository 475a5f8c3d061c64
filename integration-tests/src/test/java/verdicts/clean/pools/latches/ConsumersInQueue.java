package verdicts.clean.pools.latches;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Two consumers block in an empty queue, and a third one waits in the pool for a place. */
@Clean
public final class ConsumersInQueue {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("consumer", 2);
    BlockingQueue<Integer> work = new LinkedBlockingQueue<>();
    List<Future<Integer>> consumers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      consumers.add(
          pool.submit(
              () -> {
                int sum = 0;
                for (int next = work.take(); next > 0; next = work.take()) {
                  sum += next;
                }
                return sum;
              }));
    }
    Stage.longPause();
    for (int i = 0; i < 100; i++) {
      work.put(1);
    }
    Stage.longPause();
    work.addAll(List.of(0, 0, 0));
    int sum = 0;
    for (Future<Integer> consumer : consumers) {
      sum += consumer.get();
    }
    System.out.println(sum);
    Pools.end(pool);
  }
}
