package verdicts.clean.order;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import verdicts.Clean;

/** Each task is waited for before one with the other order is handed over. */
@Clean
public final class SubmittedBetween {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  private static void cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        count++;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(3);
    for (int i = 0; i < 50; i++) {
      pool.submit(() -> cross(left, right)).get();
      pool.submit(() -> cross(right, left)).get();
    }
    for (int i = 0; i < 50; i++) {
      pool.invokeAll(List.of(Executors.callable(() -> cross(left, right))));
      pool.invokeAll(List.of(Executors.callable(() -> cross(right, left))));
    }
    for (int i = 0; i < 50; i++) {
      CompletableFuture.runAsync(() -> cross(left, right), pool).join();
      CompletableFuture.runAsync(() -> cross(right, left)).join();
    }
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    cross(left, right);
    System.out.println(count);
  }
}
