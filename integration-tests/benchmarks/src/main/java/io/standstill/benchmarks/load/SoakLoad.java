package io.standstill.benchmarks.load;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * All loads at once in one JVM, again and again for so many seconds: a database, a web server, and
 * a mix of pools, which come and go.
 */
public final class SoakLoad {
  private static final String URL = "jdbc:h2:mem:bank";

  private SoakLoad() {}

  /** Runs for so many seconds; ends with an error if one of the loads fails. */
  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0]));
    List<Callable<Void>> loads = List.of(SoakLoad::database, SoakLoad::web, SoakLoad::pools);
    ExecutorService pool = Executors.newFixedThreadPool(loads.size());
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (Callable<Void> load : loads) {
        running.add(pool.submit(() -> repeat(load, end)));
      }
      for (Future<Void> each : running) {
        each.get();
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private static Void repeat(Callable<Void> load, long end) throws Exception {
    while (System.nanoTime() - end < 0) {
      load.call();
    }
    return null;
  }

  private static Void database() throws Exception {
    H2Load.main(new String[] {"2000"});
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      statement.execute("drop all objects");
    }
    return null;
  }

  private static Void web() throws Exception {
    JettyLoad.main(new String[] {"2000"});
    return null;
  }

  private static Void pools() throws Exception {
    PoolLoad.main(new String[] {"100"});
    return null;
  }
}
