package verdicts.clean.pools.latches;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * A worker waits for an answer, and tasks queued behind it ask more. Each has a latch of its own,
 * which a callback opens that lies in a registry, by its number.
 */
@Clean
public final class Callback {
  private static final Map<Integer, Runnable> REGISTRY = new ConcurrentHashMap<>();

  /** Asks, and waits for the answer. */
  private static int ask(int number) throws InterruptedException {
    CountDownLatch answered = new CountDownLatch(1);
    REGISTRY.put(number, answered::countDown);
    answered.await();
    return number;
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("asking", 1);
    Future<Integer> first = pool.submit(() -> ask(1));
    Future<Integer> second = pool.submit(() -> ask(2));
    Stage.pauseBeyondPatience();
    Thread network =
        Stage.start(
            "network",
            () -> {
              for (int next = 1; next <= 2; next++) {
                while (!REGISTRY.containsKey(next)) {
                  Stage.sleep(10);
                }
                REGISTRY.remove(next).run();
              }
            });
    System.out.println(first.get() + second.get());
    network.join();
    Pools.end(pool);
  }
}
