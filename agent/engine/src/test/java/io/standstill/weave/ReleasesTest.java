package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.standstill.release.Reach;
import io.standstill.release.Release;
import io.standstill.release.ReleaseSites;
import io.standstill.release.Released;
import io.standstill.release.Releases;
import io.standstill.release.TaskName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.Semaphore;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What tasks would release, told without running them. */
@Timeout(60)
class ReleasesTest {
  private final Tasks tasks = FixtureLoader.woven(TaskFixture.class, Tasks.class);
  private final CountDownLatch latch = new CountDownLatch(2);
  private final CountDownLatch gate = new CountDownLatch(1);

  private static Released only(Object task) {
    List<Released> found = Releases.of(task);
    assertEquals(1, found.size(), () -> found.toString());
    return found.get(0);
  }

  private static void assertReleases(Object object, Release.Kind kind, Object task) {
    Released found = only(task);
    assertSame(object, found.object());
    assertEquals(kind, found.kind());
    assertTrue(found.sure());
  }

  @Test
  void knowsTheLatchThatALambdaCaptured() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.lambda(7, latch));
    assertTrue(only(tasks.lambda(7, latch)).once());
    String place = only(tasks.lambda(7, latch)).place();
    assertTrue(place.matches(".*lambda\\$lambda\\$\\d+\\(ReleasesTest.java:\\d+\\)"), place);
  }

  /** Wraps a task, and compares what it wraps: a call that has nothing to do with the task. */
  private static final class Traced implements Runnable {
    private final Runnable inner;

    Traced(Runnable inner) {
      this.inner = inner;
    }

    @Override
    public void run() {
      inner.run();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Traced traced && inner.equals(traced.inner);
    }

    @Override
    public int hashCode() {
      return inner.hashCode();
    }
  }

  @Test
  void readsNoCapturedNumberAsAReference() {
    for (Released released : Releases.of(new Traced(tasks.lambda(7, latch)))) {
      assertSame(latch, released.object());
    }
  }

  @Test
  void knowsTheReceiverOfAMethodReference() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.reference(latch));
  }

  @Test
  void knowsWhatAnAnonymousClassCaptured() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.anonymous(latch));
  }

  @Test
  void followsFieldsAndMethodsOfTheTask() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.named(latch));
  }

  @Test
  void followsTheOuterObject() {
    assertReleases(tasks.own(), Release.Kind.COUNT_DOWN, tasks.inner());
    assertReleases(tasks.own(), Release.Kind.COUNT_DOWN, tasks.outerLambda());
  }

  @Test
  void knowsStaticFields() {
    assertReleases(tasks.shared(), Release.Kind.COUNT_DOWN, tasks.ofStaticField());
  }

  @Test
  void followsStaticMethodsWithArguments() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.byHelper(latch));
  }

  @Test
  void followsALocalVariableThatIsWrittenOnce() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.byLocal(latch));
  }

  @Test
  void seesThroughWrappersOfTheApplication() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.wrapped(tasks.lambda(1, latch)));
    assertReleases(latch, Release.Kind.COUNT_DOWN, Plain.wrap(tasks.lambda(1, latch)));
    assertReleases(latch, Release.Kind.COUNT_DOWN, new Plain(tasks.lambda(1, latch)));
  }

  @Test
  void seesThroughWrappersOfTheJdk() {
    FutureTask<?> future = new FutureTask<>(tasks.lambda(1, latch), null);
    List<Released> found = Releases.of(future);
    assertEquals(List.of(future, latch), found.stream().map(Released::object).toList());
    assertEquals(Release.Kind.COMPLETE, found.get(0).kind());
    Callable<?> callable = Executors.callable(tasks.lambda(1, latch));
    assertReleases(latch, Release.Kind.COUNT_DOWN, callable);
  }

  @Test
  void seesThroughTasksOfFuturesAndForkJoin() {
    BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(2);
    CompletableFuture<Void> future = CompletableFuture.runAsync(tasks.lambda(1, latch), queue::add);
    List<Object> objects = Releases.of(queue.remove()).stream().map(Released::object).toList();
    assertTrue(objects.stream().anyMatch(o -> o == future), objects::toString);
    assertTrue(objects.stream().anyMatch(o -> o == latch), objects::toString);
    ForkJoinTask<?> adapted = ForkJoinTask.adapt(tasks.lambda(1, latch));
    assertTrue(Releases.of(adapted).stream().anyMatch(r -> r.object() == latch));
    assertTrue(Releases.of(tasks.action(latch)).stream().anyMatch(r -> r.object() == latch));
  }

  @Test
  void tellsAwaitedFromReleased() {
    assertReleases(latch, Release.Kind.COUNT_DOWN, tasks.gated(gate, latch));
  }

  @Test
  void countsAFinallyBlockOnceAndALoopNotAtAll() {
    assertEquals(
        1, Releases.of(tasks.inFinally(latch)).stream().map(Released::place).distinct().count());
    assertFalse(only(tasks.inLoop(latch)).once());
  }

  @Test
  void knowsAllThatReleases() {
    CyclicBarrier barrier = new CyclicBarrier(2);
    assertReleases(barrier, Release.Kind.ARRIVE, tasks.barrier(barrier));
    Phaser phaser = new Phaser(1);
    assertReleases(phaser, Release.Kind.ADVANCE, tasks.phaser(phaser));
    Semaphore semaphore = new Semaphore(0);
    assertReleases(semaphore, Release.Kind.PERMIT, tasks.semaphore(semaphore));
    assertReleases(semaphore, Release.Kind.PERMIT, tasks.semaphoreReference(semaphore));
    CompletableFuture<String> future = new CompletableFuture<>();
    assertReleases(future, Release.Kind.COMPLETE, tasks.completion(future));
  }

  @Test
  void countsWhatIsMadeForLaterAsPossibleOnly() {
    List<Released> found = opened(Releases.of(tasks.deferred(new ArrayBlockingQueue<>(1), latch)));
    assertEquals(1, found.size(), found::toString);
    assertSame(latch, found.get(0).object());
    assertFalse(found.get(0).sure());
  }

  @Test
  void namesTheQueueThatSomethingIsPutInto() {
    BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(1);
    List<Released> found = new ArrayList<>(Releases.of(tasks.deferred(queue, latch)));
    found.removeAll(opened(found));
    assertFalse(found.isEmpty());
    assertTrue(found.stream().allMatch(each -> each.object() == queue), found::toString);
  }

  /** What is not put into queues. */
  private static List<Released> opened(List<Released> found) {
    return found.stream().filter(each -> each.kind() != Release.Kind.PUT).toList();
  }

  @Test
  void knowsHowFarARunningTaskHasCome() throws Exception {
    Runnable task = tasks.firstThenWait(latch, gate);
    Thread thread = new Thread(task);
    thread.start();
    Await.until(thread, () -> thread.getState() == Thread.State.WAITING);
    assertEquals(List.of(), Releases.of(task, thread.getStackTrace()));
    assertEquals(List.of(), Releases.of(thread.getStackTrace(), name -> null));
    gate.countDown();
    Await.end(thread);
  }

  @Test
  void expectsALambdaToBeCalledThatALocalVariableKeeps() throws Exception {
    Thread thread = new Thread(tasks.keptMeanwhile(gate, latch));
    thread.start();
    Await.until(thread, () -> thread.getState() == Thread.State.WAITING);
    List<Released> found = Releases.of(thread.getStackTrace(), name -> null);
    assertEquals(1, found.size(), found::toString);
    assertEquals(Release.Kind.COUNT_DOWN, found.get(0).kind());
    gate.countDown();
    Await.end(thread);
  }

  @Test
  void knowsFuturesOfLibrariesByTheirNames() {
    String object = "(Ljava/lang/Object;)Z";
    assertEquals(
        Release.Kind.FULFIL, Release.kindOf("acme/Caller", "acme/SettableFuture", "set", object));
    assertEquals(
        Release.Kind.FULFIL, Release.kindOf("acme/Caller", "acme/Promise", "trySuccess", object));
    assertNull(Release.kindOf("acme/Caller", "acme/Settings", "set", object));
    assertNull(Release.kindOf("acme/Caller", "acme/SettableFuture", "get", "()Ljava/lang/Object;"));
    assertNull(Release.kindOf("acme/Caller", "java/util/concurrent/FutureTask", "set", object));
  }

  @Test
  void takesALatchThatCountsItselfDownForOneThatIsCalledBack() {
    assertEquals(
        Release.Kind.COUNT_DOWN,
        Release.kindOf("acme/Caller", "acme/OwnLatch", "countDown", "()V"));
    assertNull(Release.kindOf("acme/Observer", "acme/Observer", "countDown", "()V"));
  }

  @Test
  void knowsWhatARunningTaskHasYetToDo() throws Exception {
    Runnable task = tasks.gated(gate, latch);
    Thread thread = new Thread(task);
    thread.start();
    Await.until(thread, () -> thread.getState() == Thread.State.WAITING);
    List<Released> ahead = Releases.of(task, thread.getStackTrace());
    assertEquals(1, ahead.size(), ahead::toString);
    assertSame(latch, ahead.get(0).object());
    assertTrue(ahead.get(0).sure());
    List<Released> onStack = Releases.of(thread.getStackTrace(), name -> null);
    assertEquals(1, onStack.size(), onStack::toString);
    assertNull(onStack.get(0).object());
    assertEquals(ahead.get(0).place(), onStack.get(0).place());
    gate.countDown();
    Await.end(thread);
  }

  @Test
  void knowsWhatACallInProgressHasYetToDo() throws Exception {
    Runnable task = tasks.waitInside(gate, latch);
    Thread thread = new Thread(task);
    thread.start();
    Await.until(thread, () -> thread.getState() == Thread.State.WAITING);
    List<Released> ahead = Releases.of(task, thread.getStackTrace());
    assertEquals(1, ahead.size(), ahead::toString);
    assertSame(latch, ahead.get(0).object());
    assertTrue(ahead.get(0).sure());
    gate.countDown();
    Await.end(thread);
  }

  @Test
  void leavesOutWhatDoesNotExistYet() throws Exception {
    BlockingQueue<Runnable> queue = new ArrayBlockingQueue<>(1);
    Runnable task = tasks.serves(gate, queue);
    assertEquals(List.of(), opened(Releases.of(task)));
    Thread thread = new Thread(task);
    thread.start();
    Await.until(thread, () -> thread.getState() == Thread.State.WAITING);
    assertEquals(List.of(), opened(Releases.of(task, thread.getStackTrace())));
    assertEquals(List.of(), opened(Releases.of(thread.getStackTrace(), name -> null)));
    gate.countDown();
    Await.end(thread);
    assertTrue(only(queue.remove()).object() instanceof CountDownLatch);
  }

  @Test
  void expectsWhatOtherClassesOfTheStackMayCall() {
    StackTraceElement[] stack = {
      new StackTraceElement(Caller.class.getName(), "call", "ReleasesTest.java", 1)
    };
    tasks.own();
    List<Released> found = Releases.of(stack, name -> Caller.class);
    assertEquals(1, found.size(), found::toString);
    assertEquals(Release.Kind.COUNT_DOWN, found.get(0).kind());
    assertFalse(found.get(0).sure());
  }

  public static final class Rocket {
    public void countDown() {}
  }

  static class NamesakeFixture implements Runnable {
    private final Rocket rocket = new Rocket();

    @Override
    public void run() {
      rocket.countDown();
    }
  }

  @Test
  void expectsNothingOfWhatOnlyHasAMethodOfTheSameName() {
    assertEquals(
        List.of(), Releases.of(FixtureLoader.woven(NamesakeFixture.class, Runnable.class)));
  }

  public static final class OwnLatch extends CountDownLatch {
    public OwnLatch() {
      super(1);
    }
  }

  static class OwnLatchFixture implements Runnable {
    private final OwnLatch own = new OwnLatch();

    @Override
    public void run() {
      own.countDown();
    }
  }

  @Test
  void expectsThatLatchesOfAnyClassAreCountedDown() {
    Runnable task = FixtureLoader.woven(OwnLatchFixture.class, Runnable.class);
    StackTraceElement[] stack = {
      new StackTraceElement(task.getClass().getName(), "run", "ReleasesTest.java", 1)
    };
    List<Released> found = Releases.of(stack, name -> null);
    assertEquals(1, found.size(), found::toString);
    assertEquals(Release.Kind.COUNT_DOWN, found.get(0).kind());
    assertTrue(Releases.of(task).stream().allMatch(each -> each.object() instanceof OwnLatch));
  }

  @Test
  void reachesWhatListenersHave() {
    List<Object> listeners =
        new CopyOnWriteArrayList<>(List.of("x", new Plain(tasks.named(latch))));
    Map<String, Object> registry = new ConcurrentHashMap<>(Map.of("listeners", listeners));
    Runnable start = () -> registry.clear();
    assertTrue(new Reach(latch).leadsFrom(start));
    assertFalse(new Reach(gate).leadsFrom(start));
    ExecutorService pool = Executors.newSingleThreadExecutor();
    pool.shutdownNow();
    assertFalse(new Reach(latch).leadsFrom(List.of(pool, Thread.currentThread())));
  }

  @Test
  void namesTasksAfterTheirCode() {
    String lambda = TaskName.of(new FutureTask<>(tasks.lambda(1, latch), null));
    assertTrue(
        lambda.matches(".*TaskFixture\\.lambda\\$lambda\\$\\d+\\(ReleasesTest.java:\\d+\\)"),
        lambda);
    assertEquals(
        CountDownLatch.class.getName() + ".countDown", TaskName.of(tasks.reference(latch)));
    String unnoted = TaskName.of(Plain.wrap(tasks.lambda(1, latch)));
    assertTrue(unnoted.endsWith("Plain.lambda$wrap$0"), unnoted);
    assertEquals(Plain.class.getName(), TaskName.of(new Plain(() -> {})));
    assertEquals(FutureTask.class.getName(), TaskName.of(finished()));
  }

  private static FutureTask<?> finished() {
    FutureTask<?> finished = new FutureTask<>(() -> null);
    finished.run();
    return finished;
  }

  @Test
  void notesNothingOfOtherClasses() {
    ClassLoader loader = tasks.getClass().getClassLoader();
    assertNull(ReleaseSites.of(loader, TaskFixture.class.getName() + "$Innocent"));
    assertTrue(ReleaseSites.of(loader, TaskFixture.class.getName()).methods().size() > 1);
  }

  /** Knows nothing of latches; not woven. */
  static class Plain implements Runnable {
    private static final Object STATIC = new Object();
    private static final long NUMBER = System.nanoTime();
    private final Runnable inner;

    Plain(Runnable inner) {
      this.inner = inner;
    }

    static Runnable wrap(Runnable inner) {
      return () -> inner.run();
    }

    @Override
    public void run() {
      System.setProperty("number", STATIC.toString() + NUMBER);
      inner.run();
    }
  }

  /** Refers to a releasing method. */
  static class Caller {
    static void call(CountDownLatch latch) {
      TaskFixture.help(latch);
    }
  }

  public interface Tasks {
    CountDownLatch own();

    CountDownLatch shared();

    Runnable lambda(int number, CountDownLatch latch);

    Runnable reference(CountDownLatch latch);

    Runnable anonymous(CountDownLatch latch);

    Runnable named(CountDownLatch latch);

    Runnable inner();

    Runnable outerLambda();

    Runnable ofStaticField();

    Runnable byHelper(CountDownLatch latch);

    Runnable byLocal(CountDownLatch latch);

    Runnable wrapped(Runnable inner);

    Runnable gated(CountDownLatch gate, CountDownLatch latch);

    Runnable inFinally(CountDownLatch latch);

    Runnable inLoop(CountDownLatch latch);

    Callable<?> barrier(CyclicBarrier barrier);

    Callable<?> phaser(Phaser phaser);

    Runnable semaphore(Semaphore semaphore);

    Runnable semaphoreReference(Semaphore semaphore);

    Runnable completion(CompletableFuture<String> future);

    Runnable deferred(BlockingQueue<Runnable> queue, CountDownLatch latch);

    Runnable firstThenWait(CountDownLatch first, CountDownLatch awaited);

    Runnable keptMeanwhile(CountDownLatch gate, CountDownLatch latch);

    Runnable serves(CountDownLatch gate, BlockingQueue<Runnable> queue);

    Runnable waitInside(CountDownLatch gate, CountDownLatch latch);

    ForkJoinTask<?> action(CountDownLatch latch);
  }

  static class TaskFixture implements Tasks {
    private static final CountDownLatch SHARED = new CountDownLatch(1);
    final CountDownLatch own = new CountDownLatch(1);

    @Override
    public CountDownLatch own() {
      return own;
    }

    @Override
    public CountDownLatch shared() {
      return SHARED;
    }

    @Override
    public Runnable lambda(int number, CountDownLatch latch) {
      return () -> {
        System.setProperty("number", Integer.toString(number));
        latch.countDown();
      };
    }

    @Override
    public Runnable reference(CountDownLatch latch) {
      return latch::countDown;
    }

    @Override
    public Runnable anonymous(CountDownLatch latch) {
      return new Runnable() {
        @Override
        public void run() {
          latch.countDown();
        }
      };
    }

    @Override
    public Runnable named(CountDownLatch latch) {
      return new Named(latch);
    }

    @Override
    public Runnable inner() {
      return new Inner();
    }

    @Override
    public Runnable outerLambda() {
      return () -> own.countDown();
    }

    @Override
    public Runnable ofStaticField() {
      return () -> SHARED.countDown();
    }

    @Override
    public Runnable byHelper(CountDownLatch latch) {
      return () -> help(latch);
    }

    static void help(CountDownLatch latch) {
      latch.countDown();
    }

    @Override
    public Runnable byLocal(CountDownLatch latch) {
      Named named = new Named(latch);
      return () -> {
        CountDownLatch local = named.latch;
        System.setProperty("number", "1");
        local.countDown();
      };
    }

    @Override
    public Runnable wrapped(Runnable inner) {
      return () -> {
        new CountDownLatch(1).getCount();
        inner.run();
      };
    }

    @Override
    public Runnable gated(CountDownLatch gate, CountDownLatch latch) {
      return () -> {
        await(gate);
        latch.countDown();
      };
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException unexpected) {
        throw new AssertionError(unexpected);
      }
    }

    @Override
    public Runnable inFinally(CountDownLatch latch) {
      return () -> {
        try {
          System.setProperty("number", "1");
        } finally {
          latch.countDown();
        }
      };
    }

    @Override
    public Runnable inLoop(CountDownLatch latch) {
      return () -> {
        for (int i = 0; i < 3; i++) {
          latch.countDown();
        }
      };
    }

    @Override
    public Callable<?> barrier(CyclicBarrier barrier) {
      return () -> barrier.await();
    }

    @Override
    public Callable<?> phaser(Phaser phaser) {
      return () -> phaser.arriveAndAwaitAdvance();
    }

    @Override
    public Runnable semaphore(Semaphore semaphore) {
      return () -> semaphore.release(3);
    }

    @Override
    public Runnable semaphoreReference(Semaphore semaphore) {
      return semaphore::release;
    }

    @Override
    public Runnable completion(CompletableFuture<String> future) {
      return () -> future.complete("done");
    }

    @Override
    public Runnable deferred(BlockingQueue<Runnable> queue, CountDownLatch latch) {
      return () -> queue.add(() -> latch.countDown());
    }

    @Override
    public Runnable firstThenWait(CountDownLatch first, CountDownLatch awaited) {
      return () -> {
        first.countDown();
        await(awaited);
      };
    }

    @Override
    public Runnable keptMeanwhile(CountDownLatch gate, CountDownLatch latch) {
      return () -> {
        Runnable kept = () -> latch.countDown();
        await(gate);
        kept.run();
      };
    }

    @Override
    public Runnable serves(CountDownLatch gate, BlockingQueue<Runnable> queue) {
      return () -> {
        for (int i = 0; i < 1; i++) {
          await(gate);
          CountDownLatch done = new CountDownLatch(1);
          queue.add(() -> done.countDown());
        }
      };
    }

    @Override
    public Runnable waitInside(CountDownLatch gate, CountDownLatch latch) {
      return () -> {
        openThenClose(latch, gate);
      };
    }

    private static void openThenClose(CountDownLatch latch, CountDownLatch gate) {
      await(gate);
      latch.countDown();
    }

    @Override
    public ForkJoinTask<?> action(CountDownLatch latch) {
      return new Action(latch);
    }

    static class Innocent {
      BiConsumer<String, String> nothing = System::setProperty;
    }

    private static class Action extends RecursiveAction {
      private static final long serialVersionUID = 1;
      private final transient CountDownLatch latch;

      Action(CountDownLatch latch) {
        this.latch = latch;
      }

      @Override
      protected void compute() {
        latch.countDown();
      }
    }

    private static class Named implements Runnable {
      private final CountDownLatch latch;

      Named(CountDownLatch latch) {
        this.latch = latch;
      }

      @Override
      public void run() {
        finish();
      }

      private void finish() {
        latch.countDown();
      }
    }

    class Inner implements Runnable {
      @Override
      public void run() {
        own.countDown();
      }
    }
  }
}
