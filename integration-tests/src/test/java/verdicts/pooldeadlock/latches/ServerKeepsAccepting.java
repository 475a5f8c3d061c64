package verdicts.pooldeadlock.latches;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * Each request is split into two parts that run in the same pool, and waits for both. The server
 * goes on accepting, and will make more latches of the kind, but none of them is this one.
 */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = "request-1",
    pools = "request")
public final class ServerKeepsAccepting {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("request", 1);
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    Stage.start("server", () -> accept(requests, pool));
    requests.put("first");
    Stage.stuckNamed("request-1");
  }

  private static void accept(BlockingQueue<String> requests, ExecutorService pool)
      throws InterruptedException {
    while (true) {
      String request = requests.take();
      CountDownLatch parts = new CountDownLatch(2);
      pool.submit(
          () -> {
            pool.submit(() -> parts.countDown());
            pool.submit(() -> parts.countDown());
            parts.await(); // waits
            return request;
          });
    }
  }
}
