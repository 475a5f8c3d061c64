package verdicts.clean.stalls;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/**
 * A method calls itself, waits for the word to stop, and says on its way out that it has stopped.
 * And main waits for a signal like the one that a thread gave that has ended. Only a shutdown hook
 * gives both; the word by what it finds in a list: nobody who runs is seen that would.
 */
@Clean(options = "stall-threshold=1s")
public final class UntilShutdown {
  private static final List<Runnable> atTheEnd = new CopyOnWriteArrayList<>();
  private static final CountDownLatch stop = new CountDownLatch(1);
  private static final Object lock = new Object();
  private static String phase = "begins";

  private static void serve(int inner, CountDownLatch stopped) throws InterruptedException {
    if (inner == 0) {
      stop.await();
    } else {
      serve(inner - 1, new CountDownLatch(1));
      stopped.countDown();
    }
  }

  private static void enter(String next) {
    synchronized (lock) {
      phase = next;
      lock.notifyAll();
    }
  }

  private static void await(String awaited) throws InterruptedException {
    synchronized (lock) {
      while (!phase.equals(awaited)) {
        lock.wait();
      }
    }
  }

  private static void end(CountDownLatch stopped) throws InterruptedException {
    enter("ends");
    atTheEnd.forEach(Runnable::run);
    stopped.await();
    System.out.println("stopped");
  }

  public static void main(String[] args) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    atTheEnd.add(stop::countDown);
    Runtime.getRuntime().addShutdownHook(new Thread(Body.task(() -> end(stopped))));
    Stage.start("server", () -> serve(2, stopped));
    Stage.join(Stage.start("starter", () -> enter("runs")));
    await("runs");
    Stage.start("busy", new Work());
    await("ends");
  }

  /** Computes for a while, and ends the JVM. */
  private static final class Work implements Body {
    private static final long SECONDS = 6;

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
