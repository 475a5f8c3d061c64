package verdicts.clean.pools.library;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.pooldeadlock.library.OrderedQueue;
import verdicts.pooldeadlock.library.RunsItself;

/** Tasks that run in order wait for one in another order, while more come behind them. */
@Clean
public final class OrderedWaitsForOther {
  public static void main(String[] args) throws Exception {
    ExecutorService pool = Pools.fixed("lane", 4);
    OrderedQueue queue = new OrderedQueue();
    OrderedQueue other = new OrderedQueue();
    RunsItself serial = new RunsItself(pool);
    CountDownLatch end = new CountDownLatch(3);
    queue.add(
        () -> {
          CompletableFuture<String> answer = new CompletableFuture<>();
          queue.add(() -> answer.complete("too late"), pool);
          other.add(
              () -> {
                pause();
                answer.complete("in time");
              },
              pool);
          System.out.println(answer.join());
          end.countDown();
        },
        pool);
    serial.execute(
        () -> {
          serial.execute(end::countDown);
          CompletableFuture.runAsync(OrderedWaitsForOther::pause, pool).join();
          end.countDown();
        });
    end.await();
    Pools.end(pool);
  }

  /** Pools are read every two seconds only. */
  private static void pause() {
    Stage.pauseBeyondPatience();
    Stage.pauseBeyondPatience();
  }
}
