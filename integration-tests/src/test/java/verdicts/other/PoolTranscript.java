package verdicts.other;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Writes down what a pool does with its tasks: it must be the same with and without the agent. What
 * the main thread, the workers and the dying say has an order each.
 */
public final class PoolTranscript {
  private static final Thread main = Thread.currentThread();
  private static final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private static final List<String> workers = Collections.synchronizedList(new ArrayList<>());
  private static final List<String> lost = Collections.synchronizedList(new ArrayList<>());
  private static final List<Runnable> known = new ArrayList<>();

  private static final class Pool extends ThreadPoolExecutor {
    Pool() {
      super(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(3));
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      say("before " + name(task));
    }

    @Override
    protected void afterExecute(Runnable task, Throwable thrown) {
      say("after " + name(task) + " " + thrown);
    }

    @Override
    protected void terminated() {
      lost.add("terminated after " + getCompletedTaskCount());
    }
  }

  private static void say(String line) {
    (Thread.currentThread() == main ? lines : workers).add(line);
  }

  private static String name(Runnable task) {
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i) == task) {
        return "task " + i;
      }
    }
    return task.getClass().getSimpleName();
  }

  private static Runnable task(Runnable body) {
    Runnable task =
        new Runnable() {
          @Override
          public void run() {
            say("run " + name(this));
            body.run();
          }
        };
    known.add(task);
    return task;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      say("interrupted");
    }
  }

  public static void main(String[] args) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> lost.add("lost " + thrown));
    pool();
    futures();
    others();
    lines.forEach(System.out::println);
    workers.forEach(System.out::println);
    lost.forEach(System.out::println);
  }

  private static void pool() throws Exception {
    Pool pool = new Pool();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    Runnable first =
        task(
            () -> {
              begun.countDown();
              await(go);
            });
    Runnable failing =
        task(
            () -> {
              throw new IllegalStateException("meant");
            });
    Runnable removed = task(() -> lines.add("never"));
    Runnable direct = task(() -> {});
    Runnable tooMany = task(() -> lines.add("never"));
    pool.execute(first);
    begun.await();
    pool.execute(removed);
    pool.execute(failing);
    lines.add("removed " + pool.remove(removed));
    pool.getQueue().add(direct);
    Future<String> answer = pool.submit(() -> "answer");
    try {
      pool.execute(tooMany);
    } catch (RejectedExecutionException full) {
      lines.add("rejected " + full.getMessage().contains("[Running, pool size = 1"));
    }
    pool.setRejectedExecutionHandler((task, rejecting) -> lines.add("handled " + name(task)));
    pool.execute(tooMany);
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.CallerRunsPolicy());
    Runnable byCaller = task(() -> say("here"));
    pool.execute(byCaller);
    try {
      pool.execute(null);
    } catch (NullPointerException none) {
      lines.add("null");
    }
    go.countDown();
    lines.add(answer.get());
    while (pool.getCompletedTaskCount() < 4) {
      Thread.sleep(5);
    }
    CountDownLatch last = new CountDownLatch(1);
    CountDownLatch lastBegun = new CountDownLatch(1);
    pool.execute(
        task(
            () -> {
              lastBegun.countDown();
              await(last);
            }));
    lastBegun.await();
    Runnable left = task(() -> lines.add("never"));
    pool.execute(left);
    lines.add("left " + name(pool.shutdownNow().get(0)));
    lines.add("ended " + pool.awaitTermination(10, TimeUnit.SECONDS));
  }

  private static void futures() throws Exception {
    ForkJoinPool workers = new ForkJoinPool(2);
    CompletableFuture<Integer> sum =
        CompletableFuture.supplyAsync(() -> 20, workers)
            .thenApplyAsync(n -> n + 1, workers)
            .thenCombineAsync(
                CompletableFuture.supplyAsync(() -> 21, workers), Integer::sum, workers);
    lines.add("sum " + sum.get());
    CompletableFuture<Object> nested =
        CompletableFuture.supplyAsync(
            () -> CompletableFuture.supplyAsync(() -> 1, workers).join() + 1, workers);
    lines.add("nested " + nested.get());
    CompletableFuture<Void> failing =
        CompletableFuture.runAsync(
            () -> {
              throw new IllegalStateException("meant");
            },
            workers);
    lines.add("failing " + failing.handle((none, thrown) -> thrown.toString()).get());
    CompletableFuture<Integer> done = new CompletableFuture<>();
    CountDownLatch go = new CountDownLatch(1);
    CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> await(go), workers);
    CompletableFuture<Integer> cancelled =
        CompletableFuture.supplyAsync(() -> done.join(), workers);
    lines.add("cancelled " + cancelled.cancel(true) + " " + cancelled.isCompletedExceptionally());
    done.complete(1);
    go.countDown();
    waiting.get();
    workers.shutdown();
    lines.add("ended " + workers.awaitTermination(10, TimeUnit.SECONDS));
  }

  private static void others() throws Exception {
    ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    lines.add("later " + timer.schedule(() -> "later", 10, TimeUnit.MILLISECONDS).get());
    CountDownLatch thrice = new CountDownLatch(3);
    timer.scheduleAtFixedRate(thrice::countDown, 0, 5, TimeUnit.MILLISECONDS);
    thrice.await();
    timer.execute(() -> say("now"));
    timer.shutdown();
    lines.add("ended " + timer.awaitTermination(10, TimeUnit.SECONDS));
  }
}
