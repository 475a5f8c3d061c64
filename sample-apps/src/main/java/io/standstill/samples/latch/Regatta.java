package io.standstill.samples.latch;

import io.standstill.samples.BadLuck;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Boats report ready at the start line and wait until all have. One day there are three boats, but
 * the pool that steers them still has two threads: two boats wait for the third, which waits in the
 * queue for one of the two to finish. The clean regatta has a thread for each boat.
 */
public final class Regatta {
  private static final List<String> BOATS = List.of("Argo", "Fram", "Beagle");

  private final CountDownLatch ready = new CountDownLatch(BOATS.size());

  private Regatta() {}

  /** Starts the race. */
  public static void main(String[] arguments) {
    int helmsmen = BadLuck.clean(arguments) ? BOATS.size() : 2;
    ExecutorService pool = Executors.newFixedThreadPool(helmsmen);
    Regatta regatta = new Regatta();
    for (String boat : BOATS) {
      pool.submit(() -> regatta.sail(boat));
    }
    pool.shutdown();
  }

  private String sail(String boat) throws InterruptedException {
    ready.countDown();
    ready.await();
    System.out.println(boat + " has started.");
    return boat;
  }
}
