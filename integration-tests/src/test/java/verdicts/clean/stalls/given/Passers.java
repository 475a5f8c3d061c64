package verdicts.clean.stalls.given;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;
import verdicts.Stage;

/** Each element comes from a thread of its own, and the last ones from a timer. */
@Clean(options = "stall-threshold=2s")
public final class Passers {
  private static final BlockingQueue<Integer> QUEUE = new LinkedBlockingQueue<>();
  private static final int LAST = 20;

  private static void consume() throws InterruptedException {
    int number = QUEUE.take();
    while (number != LAST) {
      number = QUEUE.take();
    }
    System.out.println("the last one");
  }

  public static void main(String[] args) throws InterruptedException {
    Thread consumer = Stage.start("consumer", Passers::consume);
    for (int i = 0; i < LAST; i++) {
      int number = i;
      Stage.join(Stage.start("passer-" + i, () -> QUEUE.put(number)));
    }
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    timer.schedule(() -> QUEUE.add(LAST), 9, TimeUnit.SECONDS);
    Stage.join(consumer);
    timer.shutdown();
  }
}
