package verdicts.clean.stalls.given;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Stage;

/** A consumer that serves whoever comes, and a main thread that waits for the end of the day. */
@Clean(options = "stall-threshold=2s")
public final class IdleDaemon {
  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<String> queue = new LinkedBlockingQueue<>();
    Thread consumer =
        new Thread(
            () -> {
              try {
                while (true) {
                  System.out.println(queue.take());
                }
              } catch (InterruptedException stopped) {
                return;
              }
            },
            "consumer");
    consumer.setDaemon(true);
    consumer.start();
    Stage.join(Stage.start("guest", () -> queue.put("hello")));
    CountDownLatch evening = new CountDownLatch(1);
    ScheduledExecutorService clock = Executors.newScheduledThreadPool(1);
    clock.schedule(evening::countDown, 9, TimeUnit.SECONDS);
    evening.await();
    clock.shutdown();
    System.out.println("good night");
  }
}
