package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.standstill.recorder.Site;
import io.standstill.recorder.SiteTable;
import io.standstill.recorder.SubmissionHooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Where tasks are submitted. */
class SubmissionWeaverTest {
  private final Submissions submissions =
      FixtureLoader.woven(SubmissionFixture.class, Submissions.class);

  private static List<String> methodsOf(Object task) {
    return SubmissionHooks.sitesOf(task.getClass()).stream()
        .map(SiteTable::get)
        .peek(site -> assertEquals(Site.Kind.SUBMIT, site.kind()))
        .map(Site::method)
        .toList();
  }

  @Test
  void remembersWhereATaskWasExecuted() {
    List<Runnable> seen = new ArrayList<>();
    Runnable task = () -> seen.add(null);
    submissions.execute(seen::add, task);
    assertEquals(List.of(task), seen);
    assertEquals(List.of("execute"), methodsOf(task));
  }

  @Test
  void remembersTasksWithMoreArguments() throws Exception {
    ScheduledExecutorService pool = Executors.newScheduledThreadPool(1);
    try {
      Runnable task = () -> {};
      assertEquals("result", submissions.submit(pool, task, "result"));
      submissions.schedule(pool, task);
      assertEquals(List.of("schedule", "submit"), methodsOf(task).stream().sorted().toList());
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void remembersAsynchronousFunctionsAndTimers() throws Exception {
    Supplier<String> supplier = () -> "supplied";
    assertEquals("supplied", submissions.supply(supplier, Runnable::run));
    assertEquals(List.of("supply"), methodsOf(supplier));
    TimerTask task =
        new TimerTask() {
          @Override
          public void run() {
            cancel();
          }
        };
    submissions.time(task);
    assertEquals(List.of("time"), methodsOf(task));
  }

  @Test
  void knowsNoPlaceOfOtherTasks() {
    Runnable task = () -> {};
    assertEquals(List.of(), methodsOf(task));
  }

  @Test
  void toleratesNull() {
    submissions.execute(task -> assertEquals(null, task), null);
  }

  public interface Submissions {
    void execute(Executor executor, Runnable task);

    String submit(ExecutorService executor, Runnable task, String result) throws Exception;

    void schedule(ScheduledExecutorService executor, Runnable task);

    String supply(Supplier<String> supplier, Executor executor);

    void time(TimerTask task);
  }

  static class SubmissionFixture implements Submissions {
    @Override
    public void execute(Executor executor, Runnable task) {
      executor.execute(task);
    }

    @Override
    public String submit(ExecutorService executor, Runnable task, String result) throws Exception {
      return executor.submit(task, result).get();
    }

    @Override
    public void schedule(ScheduledExecutorService executor, Runnable task) {
      executor.schedule(task, 1, TimeUnit.HOURS);
    }

    @Override
    public String supply(Supplier<String> supplier, Executor executor) {
      return CompletableFuture.supplyAsync(supplier, executor).join();
    }

    @Override
    public void time(TimerTask task) {
      Timer timer = new Timer(true);
      timer.schedule(task, 1_000_000);
      timer.cancel();
    }
  }
}
