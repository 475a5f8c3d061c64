package io.standstill.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does the same amount of work several times, with several clients at a time: first to warm up,
 * then to be measured. Prints the CPU time that the process used for the last time, and for its
 * whole life, in milliseconds. While a JVM of this size is still compiling its hot code, two equal
 * runs differ by more than what is to be measured.
 */
final class FixedWork {
  private static final int WARM_UP_ROUNDS = 3;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private FixedWork() {}

  /** What one client does; gets the number of the client, from 0. */
  interface Client {
    void work(int client) throws Exception;
  }

  static void measure(int clients, Client client) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        round(pool, clients, client);
      }
      long warm = SYSTEM.getProcessCpuTime();
      round(pool, clients, client);
      long end = SYSTEM.getProcessCpuTime();
      System.out.println("cpu " + (end - warm) / 1_000_000 + " " + end / 1_000_000);
    } finally {
      pool.shutdown();
    }
  }

  private static void round(ExecutorService pool, int clients, Client client)
      throws InterruptedException, ExecutionException {
    List<Callable<Void>> tasks = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      int number = i;
      tasks.add(
          () -> {
            client.work(number);
            return null;
          });
    }
    for (Future<Void> done : pool.invokeAll(tasks)) {
      done.get();
    }
  }
}
