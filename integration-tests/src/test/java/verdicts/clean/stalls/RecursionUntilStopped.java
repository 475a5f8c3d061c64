package verdicts.clean.stalls;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/**
 * A method calls itself, waits for the word to stop, and says on its way out that it has stopped.
 * Only a shutdown hook gives the word: nobody who runs is seen that would.
 */
@Clean(options = "stall-threshold=1s")
public final class RecursionUntilStopped {
  private static final CountDownLatch stop = new CountDownLatch(1);

  private static void serve(int inner, CountDownLatch stopped) throws InterruptedException {
    if (inner == 0) {
      stop.await();
    } else {
      serve(inner - 1, new CountDownLatch(1));
      stopped.countDown();
    }
  }

  private static void end(CountDownLatch stopped) throws InterruptedException {
    stop.countDown();
    stopped.await();
    System.out.println("stopped");
  }

  public static void main(String[] args) {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(Body.task(() -> end(stopped))));
    Stage.start("server", () -> serve(2, stopped));
    Stage.start("busy", new Work());
  }

  /** Computes for a while, and ends the JVM. */
  private static final class Work implements Body {
    private static final long SECONDS = 5;

    @Override
    public void run() {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (System.nanoTime() < end) {
        Thread.onSpinWait();
      }
      System.exit(0);
    }
  }
}
