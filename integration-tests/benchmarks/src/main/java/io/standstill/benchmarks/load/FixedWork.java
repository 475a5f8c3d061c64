package io.standstill.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
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
 * then once for each line that comes on standard input. Prints the CPU time that the process has
 * used, in milliseconds: until it was warm, and for each time since. While a JVM of this size is
 * still compiling its hot code, two equal runs differ by more than what is to be measured.
 */
final class FixedWork {
  private static final int WARM_UP_ROUNDS = 3;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private static final HeldObjects HELD = new HeldObjects();

  private FixedWork() {}

  /** What one client does; gets the number of the client, from 0. */
  interface Client {
    void work(int client) throws Exception;
  }

  static void measure(int clients, Client client)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(clients);
    try {
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        round(pool, clients, client);
      }
      long start = SYSTEM.getProcessCpuTime();
      System.out.println(start / 1_000_000);
      BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
      while (orders.readLine() != null) {
        start = SYSTEM.getProcessCpuTime();
        round(pool, clients, client);
        System.out.println((SYSTEM.getProcessCpuTime() - start) / 1_000_000);
      }
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
            HELD.renewSome(number);
            client.work(number);
            return null;
          });
    }
    for (Future<Void> done : pool.invokeAll(tasks)) {
      done.get();
    }
  }
}
