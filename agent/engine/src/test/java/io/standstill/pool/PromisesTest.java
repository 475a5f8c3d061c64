package io.standstill.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Constructor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PromisesTest {
  private static final Callable<String> CALLABLE = () -> "done";
  private static final Runnable RUNNABLE = () -> {};

  /** What an executor was given last. */
  private final Deque<Runnable> given = new ArrayDeque<>();

  @Test
  void aFutureTaskCompletesItself() {
    FutureTask<String> task = new FutureTask<>(CALLABLE);

    assertEquals(List.of(task), Promises.of(task));
    assertSame(CALLABLE, Promises.userTask(task));
    assertSame(RUNNABLE, Promises.userTask(new FutureTask<>(RUNNABLE, null)));
  }

  @Test
  void aSubmittedFutureTaskIsWrappedInAnother() {
    FutureTask<String> inner = new FutureTask<>(CALLABLE);
    FutureTask<?> outer = new FutureTask<>(Executors.callable(inner));

    assertEquals(List.of(outer, inner), Promises.of(outer));
    assertSame(CALLABLE, Promises.userTask(outer));
  }

  @Test
  void aCompletionServiceReturnsTheInnerOfTwo() {
    Future<String> future = new ExecutorCompletionService<String>(given::add).submit(CALLABLE);

    assertEquals(List.of(given.element(), future), Promises.of(given.element()));
    assertSame(CALLABLE, Promises.userTask(given.element()));
  }

  @Test
  void asynchronousTasksCompleteTheirFuture() {
    CompletableFuture<String> supplied = CompletableFuture.supplyAsync(() -> "", given::add);
    assertEquals(List.of(supplied), Promises.of(given.removeLast()));

    CompletableFuture<Void> run = CompletableFuture.runAsync(RUNNABLE, given::add);
    assertSame(RUNNABLE, Promises.userTask(given.element()));
    assertEquals(List.of(run), Promises.of(given.removeLast()));

    CompletableFuture<String> stage =
        CompletableFuture.completedFuture("").thenApplyAsync(text -> text, given::add);
    assertEquals(List.of(stage), Promises.of(given.removeLast()));
  }

  @Test
  void whatHasRunPromisesNothingMore() {
    CompletableFuture.runAsync(RUNNABLE, given::add);
    given.element().run();

    assertEquals(List.of(), Promises.of(given.element()));
  }

  @Test
  void forkJoinTasksMayWrapFutureTasks() {
    FutureTask<String> inner = new FutureTask<>(CALLABLE);
    ForkJoinTask<?> action = ForkJoinTask.adapt(inner);
    ForkJoinTask<?> withResult = ForkJoinTask.adapt(inner, "result");
    ForkJoinTask<?> callable = ForkJoinTask.adapt(CALLABLE);

    assertEquals(List.of(action, inner), Promises.of(action));
    assertEquals(List.of(withResult, inner), Promises.of(withResult));
    assertEquals(List.of(callable), Promises.of(callable));
    assertSame(CALLABLE, Promises.userTask(callable));
  }

  @Test
  @SuppressWarnings("removal")
  void namesWhatIsCalledWithPrivileges() {
    Callable<String> wrapped = Executors.privilegedCallable(CALLABLE);

    assertSame(CALLABLE, Promises.userTask(new FutureTask<>(wrapped)));
  }

  @Test
  void whoOnlyHandsATaskOnDoesNotPromiseItsFuture() throws Exception {
    Constructor<?> handingOn =
        Class.forName("java.util.concurrent.CompletableFuture$TaskSubmitter")
            .getDeclaredConstructor(Executor.class, Runnable.class);
    handingOn.setAccessible(true);
    CompletableFuture.runAsync(RUNNABLE, given::add);
    Object delayed = handingOn.newInstance((Executor) given::add, given.element());

    assertEquals(List.of(), Promises.of(delayed));
    assertSame(RUNNABLE, Promises.userTask(delayed));
  }

  @Test
  void aStageIsNamedByItsFunction() {
    Function<String, String> function = text -> text;
    CompletableFuture.completedFuture("").thenApplyAsync(function, given::add);

    assertSame(function, Promises.userTask(given.element()));
  }

  @Test
  void anyOtherTaskPromisesNothing() {
    assertEquals(List.of(), Promises.of(RUNNABLE));
    assertSame(RUNNABLE, Promises.userTask(RUNNABLE));
  }

  @Test
  void knowsWhoRunsAFutureTask() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch open = new CountDownLatch(1);
    FutureTask<String> task =
        new FutureTask<>(
            () -> {
              running.countDown();
              open.await();
              return "";
            });
    assertNull(Promises.runner(task));
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    running.await();
    assertSame(thread, Promises.runner(task));
    open.countDown();
    thread.join();
    assertNull(Promises.runner(task));
  }
}
