package io.standstill.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Tasks that do next to nothing, on a pool of two threads, so that what is measured is the pool.
 * Prints a line per case: its name, the tasks per second, and the processor time per task in
 * nanoseconds, each the median of several measurements.
 */
public final class PoolLoad {
  private static final int THREADS = 2;
  private static final int BATCH = 2_000;
  private static final int MEASUREMENTS = 9;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private PoolLoad() {}

  /** Hands so many tasks to the pool, and waits until all have run. */
  private interface Work {
    void run(ExecutorService pool, int tasks) throws InterruptedException, ExecutionException;
  }

  /** Measures every case for so many milliseconds at a time. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    long millis = Long.parseLong(arguments[0]);
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      measure("execute", pool, millis, PoolLoad::execute);
      measure("submit", pool, millis, PoolLoad::submit);
      measure("chain", pool, millis, PoolLoad::chain);
    } finally {
      pool.shutdown();
    }
  }

  private static void measure(String name, ExecutorService pool, long millis, Work work)
      throws InterruptedException, ExecutionException {
    double[] perSecond = new double[MEASUREMENTS];
    double[] cpuNanos = new double[MEASUREMENTS];
    run(pool, MEASUREMENTS * millis / 2, work);
    for (int i = 0; i < MEASUREMENTS; i++) {
      long cpu = SYSTEM.getProcessCpuTime();
      long start = System.nanoTime();
      long tasks = run(pool, millis, work);
      perSecond[i] = tasks * 1e9 / (System.nanoTime() - start);
      cpuNanos[i] = (SYSTEM.getProcessCpuTime() - cpu) / (double) tasks;
    }
    Arrays.sort(perSecond);
    Arrays.sort(cpuNanos);
    System.out.printf(
        "%s %.0f %.0f%n", name, perSecond[MEASUREMENTS / 2], cpuNanos[MEASUREMENTS / 2]);
  }

  private static long run(ExecutorService pool, long millis, Work work)
      throws InterruptedException, ExecutionException {
    long tasks = 0;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (System.nanoTime() - end < 0) {
      work.run(pool, BATCH);
      tasks += BATCH;
    }
    return tasks;
  }

  private static void execute(ExecutorService pool, int tasks) throws InterruptedException {
    CountDownLatch left = new CountDownLatch(tasks);
    for (int i = 0; i < tasks; i++) {
      pool.execute(new Tiny(left));
    }
    left.await();
  }

  /** A new object for each task, as most applications make one. */
  private record Tiny(CountDownLatch left) implements Runnable {
    @Override
    public void run() {
      left.countDown();
    }
  }

  private static void submit(ExecutorService pool, int tasks)
      throws InterruptedException, ExecutionException {
    for (int i = 0; i < tasks; i++) {
      int number = i;
      if (pool.submit(() -> number).get() != i) {
        throw new IllegalStateException("wrong answer");
      }
    }
  }

  /** Each chain is four tasks long. */
  private static void chain(ExecutorService pool, int tasks)
      throws InterruptedException, ExecutionException {
    List<CompletableFuture<Integer>> ends = new ArrayList<>();
    for (int i = 0; i < tasks / 4; i++) {
      int number = i;
      ends.add(
          CompletableFuture.supplyAsync(() -> number, pool)
              .thenApplyAsync(n -> n + 1, pool)
              .thenApplyAsync(n -> n + 1, pool)
              .thenApplyAsync(n -> n - 2, pool));
    }
    for (int i = 0; i < ends.size(); i++) {
      if (ends.get(i).get() != i) {
        throw new IllegalStateException("wrong answer");
      }
    }
  }
}
