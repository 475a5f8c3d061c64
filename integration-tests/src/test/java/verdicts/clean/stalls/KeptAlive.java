package verdicts.clean.stalls;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;

/** Waits without an end that are meant so: nobody was ever seen to be about to end them. */
@Clean(options = "stall-threshold=1s")
public final class KeptAlive {
  private static final CountDownLatch stop = new CountDownLatch(1);

  private static void daemon(String name, Body body) {
    Thread thread = new Thread(Body.task(body), name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void failedStart() {
    try {
      if (Thread.currentThread().isAlive()) {
        throw new IllegalStateException("no such port");
      }
    } catch (IllegalStateException failed) {
      System.out.println(failed.getMessage());
      return;
    }
    stop.countDown();
  }

  public static void main(String[] args) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(stop::countDown));
    BlockingQueue<String> empty = new ArrayBlockingQueue<>(1);
    Semaphore signal = new Semaphore(0);
    CompletableFuture<String> never = new CompletableFuture<>();
    daemon("keep-alive", () -> new CountDownLatch(1).await());
    daemon("until-stopped", () -> stop.await());
    daemon("consumer", () -> System.out.println(empty.take()));
    daemon("signalled", () -> signal.acquire());
    daemon("asker", () -> System.out.println(never.get()));
    ThreadPoolExecutor pool = Pools.fixed("idle", 2);
    pool.submit(() -> System.out.println("working")).get();
    Stage.join(Stage.start("starter", KeptAlive::failedStart));
    Stage.pauseBeyondPatience();
    Pools.end(pool);
    System.out.println("stopped");
    System.exit(0);
  }
}
