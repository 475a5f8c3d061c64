package verdicts.clean.pools.latches;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/**
 * The first answer opens the latch. Workers wait for it, queued tasks would give an answer too, but
 * it is a plain thread that does.
 */
@Clean
public final class FirstAnswerWins {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("asking", 2);
    CountDownLatch answered = new CountDownLatch(1);
    List<Future<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      waiting.add(
          pool.submit(
              () -> {
                answered.await();
                return true;
              }));
    }
    for (int i = 0; i < 3; i++) {
      pool.submit(() -> answered.countDown());
    }
    Thread server =
        Stage.start(
            "server",
            () -> {
              Stage.pauseBeyondPatience();
              answered.countDown();
            });
    for (Future<Boolean> each : waiting) {
      System.out.println(each.get());
    }
    server.join();
    Pools.end(pool);
  }
}
