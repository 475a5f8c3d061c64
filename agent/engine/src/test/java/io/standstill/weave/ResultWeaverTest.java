package io.standstill.weave;

import static io.standstill.recorder.ForkLog.Kind.AWAIT;
import static io.standstill.recorder.ForkLog.Kind.FORK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.standstill.recorder.ForkLog;
import io.standstill.recorder.Journal;
import io.standstill.recorder.Journals;
import io.standstill.recorder.Order;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What puts a thread in order with others, though the call names no class that is known for it. */
class ResultWeaverTest {
  private final Results results = FixtureLoader.woven(ResultFixture.class, Results.class);

  @Test
  void notesThatAFutureOfAnyClassHasEnded() throws Exception {
    assertEquals(List.of(AWAIT), steps(() -> assertEquals("it", results.get(new DoneFuture()))));
    assertEquals(
        List.of(AWAIT), steps(() -> assertEquals("it", results.getSoon(new DoneFuture()))));
    assertEquals(List.of(AWAIT), steps(() -> assertEquals("it", results.join(new DoneFuture()))));
    assertEquals(
        List.of(AWAIT), steps(() -> assertEquals("it", results.byInterface(new DoneFuture()))));
    assertEquals(List.of(AWAIT), steps(() -> results.sync(new DoneFuture())));
    assertEquals(List.of(AWAIT), steps(() -> results.quietly(new Quiet())));
  }

  @Test
  void notesTheEndOfAPoolAndOfAPhase() throws Exception {
    OwnPool pool = new OwnPool();
    assertEquals(List.of(FORK, AWAIT), steps(() -> assertEquals(0, results.runNone(pool))));
    pool.shutdown();
    assertEquals(List.of(AWAIT), steps(() -> assertEquals(true, results.end(pool))));
    assertEquals(List.of(AWAIT), steps(() -> assertEquals(1, results.arrive(new Phaser(1)))));
    Phaser phaser = new Phaser(1);
    phaser.arrive();
    assertEquals(List.of(AWAIT), steps(() -> assertEquals(1, results.advance(phaser, 0))));
  }

  @Test
  void notesTasksThatAreHandedToAnyone() throws Exception {
    assertEquals(List.of(FORK), steps(() -> results.hand(task -> {}, () -> {})));
    assertEquals(List.of(FORK, AWAIT), steps(() -> assertEquals(1, results.fork(new One()))));
    assertEquals(List.of(FORK, AWAIT), steps(() -> results.both(new Quiet(), new Quiet())));
    ForkJoinPool pool = new ForkJoinPool(1);
    assertEquals(List.of(FORK, AWAIT), steps(() -> assertEquals(1, results.run(pool, new One()))));
    assertEquals(List.of(FORK, AWAIT), steps(() -> results.rest(pool)));
    pool.shutdown();
  }

  @Test
  void notesWaitsThatFailed() throws Exception {
    DoneFuture failed = new DoneFuture();
    failed.obtrudeException(new IllegalStateException("on purpose"));
    assertEquals(List.of(AWAIT, FORK), steps(() -> fails(() -> results.get(failed))));
    assertEquals(List.of(AWAIT, FORK), steps(() -> fails(() -> results.getSoon(failed))));
    assertEquals(List.of(AWAIT, FORK), steps(() -> fails(() -> results.plain(failed))));
  }

  private void fails(Waiting waiting) {
    assertThrows(ExecutionException.class, waiting::go);
    results.hand(task -> {}, () -> {});
  }

  @Test
  void notesWhatComesBeforeAStage() throws Exception {
    CompletableFuture<String> open = new CompletableFuture<>();
    assertEquals(List.of(FORK), steps(() -> results.attach(open)));
    assertEquals(List.of(AWAIT, FORK), steps(() -> results.attach(new DoneFuture())));
  }

  @Test
  void notesNothingOfWhatIsCalledTheSame() throws Exception {
    assertEquals(List.of(), steps(() -> assertEquals("it", results.take(new Shelf()))));
  }

  private interface Waiting {
    void go() throws Exception;
  }

  /** What a new thread has noted. */
  private static List<ForkLog.Kind> steps(Waiting waiting) throws Exception {
    CompletableFuture<Journal> end = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                Order.told(); // Before the first observation there is nothing to be noted.
                waiting.go();
                end.complete(Journals.current());
              } catch (Throwable failure) {
                end.completeExceptionally(failure);
              }
            })
        .start();
    ForkLog log = end.get(1, TimeUnit.MINUTES).forks();
    return log == null ? List.of() : log.steps().stream().map(ForkLog.Step::kind).toList();
  }

  /** As those of libraries: with an interface of its own. */
  public interface FutureAnswer<T> extends Future<T> {}

  public static final class DoneFuture extends CompletableFuture<String>
      implements FutureAnswer<String> {
    DoneFuture() {
      complete("it");
    }

    public DoneFuture sync() {
      return this;
    }
  }

  public static final class Shelf {
    public Object get() {
      return "it";
    }
  }

  public static final class One extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1;

    @Override
    protected Integer compute() {
      return 1;
    }
  }

  public static final class Quiet extends RecursiveAction {
    private static final long serialVersionUID = 1;

    @Override
    protected void compute() {}
  }

  public static final class OwnPool extends ThreadPoolExecutor {
    OwnPool() {
      super(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }
  }

  /** An executor that is not named as one. */
  public interface Crew extends Executor {}

  public interface Results {
    Object get(DoneFuture future) throws Exception;

    Object getSoon(DoneFuture future) throws Exception;

    Object plain(Future<?> future) throws Exception;

    Object join(DoneFuture future);

    Object byInterface(FutureAnswer<String> future) throws Exception;

    void sync(DoneFuture future);

    void quietly(Quiet task);

    int runNone(OwnPool pool) throws Exception;

    boolean end(OwnPool pool) throws Exception;

    int arrive(Phaser phaser);

    int advance(Phaser phaser, int phase);

    void hand(Crew crew, Runnable task);

    int fork(One task);

    void both(Quiet one, Quiet other);

    int run(ForkJoinPool pool, One task);

    void rest(ForkJoinPool pool);

    Object take(Shelf shelf);

    void attach(CompletionStage<String> stage);
  }

  public static class ResultFixture implements Results {
    @Override
    public Object get(DoneFuture future) throws Exception {
      return future.get();
    }

    @Override
    public Object getSoon(DoneFuture future) throws Exception {
      return future.get(1, TimeUnit.HOURS);
    }

    @Override
    public Object plain(Future<?> future) throws Exception {
      return future.get();
    }

    @Override
    public Object join(DoneFuture future) {
      return future.join();
    }

    @Override
    public Object byInterface(FutureAnswer<String> future) throws Exception {
      return future.get();
    }

    @Override
    public void sync(DoneFuture future) {
      future.sync();
    }

    @Override
    public void quietly(Quiet task) {
      task.quietlyComplete();
      task.quietlyJoin();
    }

    @Override
    public int runNone(OwnPool pool) throws Exception {
      return pool.invokeAll(List.of()).size();
    }

    @Override
    public boolean end(OwnPool pool) throws Exception {
      return pool.awaitTermination(1, TimeUnit.HOURS);
    }

    @Override
    public int arrive(Phaser phaser) {
      return phaser.arriveAndAwaitAdvance();
    }

    @Override
    public int advance(Phaser phaser, int phase) {
      return phaser.awaitAdvance(phase);
    }

    @Override
    public void hand(Crew crew, Runnable task) {
      crew.execute(task);
    }

    @Override
    public int fork(One task) {
      return task.fork().join();
    }

    @Override
    public void both(Quiet one, Quiet other) {
      ForkJoinTask.invokeAll(one, other);
    }

    @Override
    public int run(ForkJoinPool pool, One task) {
      return pool.invoke(task);
    }

    @Override
    public void rest(ForkJoinPool pool) {
      pool.awaitQuiescence(1, TimeUnit.HOURS);
    }

    @Override
    public void attach(CompletionStage<String> stage) {
      stage.thenRun(() -> {});
    }

    @Override
    public Object take(Shelf shelf) {
      return shelf.get();
    }
  }
}
