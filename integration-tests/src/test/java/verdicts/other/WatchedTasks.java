package verdicts.other;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicReference;
import verdicts.Stage;

/** Looks into the agent's journals from inside of tasks. Waits until told, to be attached to. */
public final class WatchedTasks {
  private static Object journal(Thread thread) throws ReflectiveOperationException {
    return Class.forName("java.standstill.Journals")
        .getMethod("of", long.class)
        .invoke(null, thread.getId());
  }

  private static Object task(Thread thread) {
    try {
      Object journal = journal(thread);
      return journal == null ? null : journal.getClass().getMethod("task").invoke(journal);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static List<Object> promises() {
    try {
      Object journal = journal(Thread.currentThread());
      return Arrays.asList((Object[]) journal.getClass().getMethod("promises").invoke(journal));
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public static void main(String[] args) throws Exception {
    ThreadPoolExecutor pool = (ThreadPoolExecutor) Executors.newFixedThreadPool(1);
    ForkJoinPool workers = new ForkJoinPool(1);
    pool.submit(() -> {}).get();
    CompletableFuture.runAsync(() -> {}, workers).thenRunAsync(() -> {}, pool).get();
    CompletableFuture.supplyAsync(() -> 1, workers).get();
    Stage.say("READY");
    tasks(pool);
    functions(workers, "ForkJoinPool");
    functions(pool, "ThreadPoolExecutor");
    nested(workers);
    whereMade();
    pool.shutdown();
    System.out.println("DONE");
  }

  private static void tasks(ThreadPoolExecutor pool) throws Exception {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            System.out.println("task is seen: " + (task(Thread.currentThread()) == this));
          }
        };
    Thread[] worker = new Thread[1];
    pool.submit(() -> {}).get(); // Taken by code from before an attach.
    pool.submit(() -> worker[0] = Thread.currentThread()).get();
    pool.execute(task);
    pool.submit(() -> {}).get();
    while (pool.getActiveCount() > 0) {
      Thread.sleep(5);
    }
    System.out.println("task when idle: " + task(worker[0]));
  }

  private static void functions(ExecutorService executor, String name) throws Exception {
    AtomicReference<CompletableFuture<Boolean>> seen = new AtomicReference<>();
    CountDownLatch set = new CountDownLatch(1);
    seen.set(
        CompletableFuture.supplyAsync(
            () -> {
              await(set);
              return promises().equals(List.of(seen.get()));
            },
            executor));
    set.countDown();
    System.out.println("future is seen in " + name + ": " + seen.get().get());
    CompletableFuture.runAsync(
            () -> {
              throw new IllegalStateException("meant");
            },
            executor)
        .handle((none, thrown) -> thrown)
        .get();
    CompletableFuture<Integer> after = new CompletableFuture<>();
    executor.execute(() -> after.complete(promises().size()));
    System.out.println("futures afterwards: " + after.get());
  }

  private static void nested(ForkJoinPool workers) throws Exception {
    AtomicReference<CompletableFuture<?>> outer = new AtomicReference<>();
    AtomicReference<List<Object>> inner = new AtomicReference<>();
    CountDownLatch set = new CountDownLatch(1);
    outer.set(
        CompletableFuture.runAsync(
            () -> {
              await(set);
              CompletableFuture.runAsync(() -> inner.set(promises()), Runnable::run);
            },
            workers));
    set.countDown();
    outer.get().get();
    System.out.println("nested futures: " + inner.get().size());
    System.out.println("outer one first: " + (inner.get().get(0) == outer.get()));
  }

  private static void whereMade() throws Exception {
    ExecutorService made = Executors.newCachedThreadPool();
    List<?> records =
        (List<?>) Class.forName("java.standstill.PoolRecords").getMethod("sweep").invoke(null);
    for (Object record : records) {
      if (record.getClass().getMethod("pool").invoke(record) == made) {
        System.out.println("pool is known");
      }
    }
    made.shutdown();
  }
}
