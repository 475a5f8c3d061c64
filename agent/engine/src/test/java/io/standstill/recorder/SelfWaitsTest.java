package io.standstill.recorder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** This thread plays a worker; hooks are called as woven code would call them. */
class SelfWaitsTest {
  private static final int SUBMITS = 7;
  private static final int WAITS = 9;

  private final Object pool = new Object();
  private final PoolRecord record = PoolRecords.of(pool);

  /** What {@code CompletableFuture} hands to the pool; it runs when we say so. */
  private final List<Runnable> queue = new ArrayList<>();

  private final Executor executor =
      task -> {
        queue.add(task);
        PoolHooks.submitting(pool, task);
      };

  @BeforeEach
  void work() {
    TaskHooks.starting(new Object(), pool);
  }

  @AfterEach
  void leave() {
    TaskHooks.left();
  }

  private FutureTask<Integer> submit() {
    return submit(() -> 1);
  }

  private FutureTask<Integer> submit(Callable<Integer> task) {
    FutureTask<Integer> future = new FutureTask<>(task);
    SubmissionHooks.submitting(task, SUBMITS);
    PoolHooks.submitting(pool, future);
    return future;
  }

  private CompletableFuture<Integer> supply() {
    Supplier<Integer> function = () -> 1;
    SubmissionHooks.submitting(function, SUBMITS);
    return CompletableFuture.supplyAsync(function, executor);
  }

  private static void await(Object future) {
    AwaitHooks.awaited(AwaitHooks.awaiting(future, null, WAITS));
  }

  private SelfWait noted() {
    List<SelfWait> all = SelfWaits.sweep().stream().filter(w -> w.pool() == record).toList();
    assertTrue(all.size() <= 1, "once per pair of places");
    return all.isEmpty() ? null : all.get(0);
  }

  @Test
  void notesAWaitForAnOwnTask() {
    FutureTask<Integer> future = submit();
    Journal journal = AwaitHooks.awaiting(future, null, WAITS);
    SelfWait wait = noted();
    assertNotNull(wait);
    assertEquals(SUBMITS, wait.submitSite());
    assertEquals(WAITS, wait.waitSite());
    assertEquals(Thread.currentThread().getId(), wait.threadId());
    assertTrue(wait.taskType().getName().contains("SelfWaitsTest"));
    assertTrue(Arrays.toString(wait.takeStack()).contains("notesAWaitForAnOwnTask"));
    assertNull(wait.takeStack(), "taken once, since frames keep classes alive");
    assertTrue(!wait.wasLucky());
    Clock.tick += 3;
    AwaitHooks.awaited(journal);
    assertTrue(wait.wasLucky());
    assertEquals(3L * Clock.TICK_MILLIS, wait.longestMillis());
    assertEquals(1, record.selfWaitPeak());
  }

  @Test
  void notesAHundredWaitsOnce() {
    for (int i = 0; i < 100; i++) {
      await(submit());
    }
    assertNotNull(noted());
    assertEquals(1, record.selfWaitPeak());
  }

  @Test
  void notesStagesBehindAnOwnTask() {
    CompletableFuture<Integer> elsewhere = new CompletableFuture<>();
    await(CompletableFuture.allOf(elsewhere, supply().thenApply(one -> one + 1)));
    assertNotNull(noted());
    assertEquals(SUBMITS, noted().submitSite());
  }

  @Test
  void notesAWaitForTheNextResult() {
    ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(executor);
    submitTo(service);
    await(service);
    assertNotNull(noted());
    assertEquals(SUBMITS, noted().submitSite());
  }

  @Test
  void staysSilentOfResultsThatAreThereOrComeFromElsewhere() {
    ExecutorCompletionService<Integer> service = new ExecutorCompletionService<>(executor);
    submitTo(service);
    submitTo(service);
    queue.get(0).run();
    await(service);
    queue.get(1).run();
    service.poll();
    service.poll();
    await(service);
    await(new ExecutorCompletionService<Integer>(queue::add));
    await(new ExecutorCompletionService<Integer>(executor, new PriorityBlockingQueue<>()));
    assertNull(noted());
  }

  private static void submitTo(ExecutorCompletionService<Integer> service) {
    Callable<Integer> task = () -> 1;
    SubmissionHooks.submitting(task, SUBMITS);
    service.submit(task);
  }

  @Test
  void notesAWaitForWhatIsScheduled() {
    Callable<Integer> task = () -> 1;
    FutureTask<Integer> future = new FutureTask<>(task);
    SubmissionHooks.submitting(task, SUBMITS);
    PoolHooks.scheduling(pool, future);
    await(future);
    assertNotNull(noted());
    assertEquals(SUBMITS, noted().submitSite());
  }

  @Test
  void notesAStageInsideOfWhatIsScheduled() {
    Supplier<Integer> function = () -> 1;
    SubmissionHooks.submitting(function, SUBMITS);
    await(
        CompletableFuture.supplyAsync(
            function, task -> PoolHooks.scheduling(pool, new FutureTask<>(task, null))));
    assertNotNull(noted());
    assertEquals(SUBMITS, noted().submitSite());
  }

  @Test
  void staysSilentOfStagesThatCompleteInOtherWays() {
    CompletableFuture<Integer> elsewhere = new CompletableFuture<>();
    await(CompletableFuture.anyOf(elsewhere, supply()));
    await(supply().applyToEither(elsewhere, one -> one));
    await(supply().orTimeout(1, TimeUnit.MINUTES));
    await(supply().completeOnTimeout(2, 1, TimeUnit.MINUTES).thenApply(one -> one + 1));
    await(elsewhere);
    assertNull(noted());
  }

  @Test
  void staysSilentOfWhatIsDone() {
    FutureTask<Integer> future = submit();
    future.run();
    await(future);
    CompletableFuture<Integer> stage = supply();
    queue.forEach(Runnable::run);
    await(stage);
    await(stage.thenApply(one -> one + 1));
    assertNull(noted());
  }

  @Test
  void staysSilentOfWaitsWithATimeLimit() {
    AwaitHooks.awaited(AwaitHooks.awaitingWithin(submit(), 1, TimeUnit.DAYS, null, WAITS));
    assertNull(noted());
  }

  @Test
  void staysSilentOfWhatAnEarlierTaskHasSubmitted() {
    FutureTask<Integer> future = submit();
    TaskHooks.ended();
    TaskHooks.starting(new Object(), pool);
    await(future);
    assertNull(noted());
  }

  @Test
  void staysSilentOfOtherPools() {
    FutureTask<Integer> future = new FutureTask<>(() -> 1);
    Object other = new Object();
    PoolRecords.of(other).usedFromInside = true;
    PoolHooks.submitting(other, future);
    await(future);
    assertNull(noted());
  }

  @Test
  void staysSilentOfThreadsThatBelongToNoPool() {
    TaskHooks.left();
    record.usedFromInside = true;
    await(submit());
    assertNull(noted());
  }

  @Test
  void knowsNoPlaceOfWhatIsSubmittedUnseen() {
    submit();
    FutureTask<Integer> unseen = new FutureTask<>(() -> 2);
    PoolHooks.submitting(pool, unseen);
    await(unseen);
    assertEquals(0, noted().submitSite());
  }

  @Test
  void aWaitThatFailedIsOverWhenTheTaskEnds() {
    AwaitHooks.awaiting(submit(), null, WAITS);
    TaskHooks.ended();
    assertTrue(noted().wasLucky());
    TaskHooks.starting(new Object(), pool);
    await(submit());
    assertEquals(1, record.selfWaitPeak());
  }

  @Test
  void remembersTheFirstAndTheLastOfMany() {
    List<FutureTask<Integer>> futures = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      futures.add(submit());
    }
    await(futures.get(500));
    assertNull(noted());
    await(futures.get(999));
    assertNotNull(noted());
    await(futures.get(0));
    assertTrue(noted().wasLucky());
  }

  @Test
  void keepsNoFutureAlive() throws InterruptedException {
    WeakReference<Object> future = new WeakReference<>(submit());
    for (int i = 0; i < 100 && !future.refersTo(null); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertTrue(future.refersTo(null));
  }

  @Test
  void forgetsPoolsThatAreGone() throws InterruptedException {
    WeakReference<Object> gone = new WeakReference<>(waitOnceInAPoolOfItsOwn());
    for (int i = 0; i < 100 && !gone.refersTo(null); i++) {
      System.gc();
      Thread.sleep(10);
    }
    assertTrue(SelfWaits.sweep().stream().allMatch(wait -> wait.pool().pool() != null));
  }

  private static Object waitOnceInAPoolOfItsOwn() {
    Object brief = new Object();
    PoolRecords.of(brief).usedFromInside = true;
    TaskHooks.starting(new Object(), brief);
    FutureTask<Integer> future = new FutureTask<>(() -> 1);
    PoolHooks.submitting(brief, future);
    await(future);
    TaskHooks.left();
    return brief;
  }
}
