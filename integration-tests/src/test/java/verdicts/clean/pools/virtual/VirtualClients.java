package verdicts.clean.pools.virtual;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Virtual;

/**
 * Virtual threads wait under a lock for a platform pool, and workers of a pool of such for them.
 */
@Clean(since = 21)
public final class VirtualClients {
  public static void main(String[] args) throws Exception {
    ExecutorService plain = Pools.fixed("plain", 1);
    ExecutorService light = Executors.newFixedThreadPool(2, Virtual.factory("light-"));
    ReentrantLock lock = new ReentrantLock();
    Thread[] clients = new Thread[5];
    for (int i = 0; i < clients.length; i++) {
      clients[i] =
          Virtual.start(
              "client-" + i,
              () -> {
                lock.lock();
                try {
                  plain.submit(() -> Stage.sleep(500)).get();
                } finally {
                  lock.unlock();
                }
              });
    }
    List<Future<Object>> joined = new ArrayList<>();
    for (Thread client : clients) {
      joined.add(
          light.submit(
              () -> {
                client.join();
                return "joined";
              }));
    }
    for (Future<Object> each : joined) {
      System.out.println(each.get());
    }
    Pools.end(plain, light);
  }
}
