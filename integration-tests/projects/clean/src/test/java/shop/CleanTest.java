package shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Does what the hanging twin does, the right way. */
@Execution(ExecutionMode.CONCURRENT)
class CleanTest {
  private static final long PAUSE_MILLIS = 1_500;

  private final Lock left = new ReentrantLock();
  private final Lock right = new ReentrantLock();

  @BeforeAll
  static void prepare() throws Exception {
    joinNested();
  }

  @Test
  void ownThread() throws Exception {
    Thread other = start(this::leftFirst);
    leftFirst();
    other.join();
  }

  @Test
  void startedThreads() throws Exception {
    joinNested();
  }

  @Test
  void pool() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    ExecutorService other = Executors.newFixedThreadPool(1);
    pool.submit(() -> other.submit(CleanTest::pause).get()).get();
    other.shutdown();
    pool.shutdown();
  }

  @Test
  void completableFuture() {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CompletableFuture.runAsync(() -> {}, pool).thenRunAsync(() -> {}, pool).join();
    pool.shutdown();
  }

  @Test
  void latchThatTheTestOpensLater() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CompletableFuture<Void> behind = CompletableFuture.runAsync(() -> await(gate), pool);
    CompletableFuture<Void> queued = CompletableFuture.runAsync(gate::countDown, pool);
    TimeUnit.MILLISECONDS.sleep(5_000);
    gate.countDown();
    CompletableFuture.allOf(behind, queued).get();
    pool.shutdown();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreads() throws Exception {
    ExecutorService virtual =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    virtual.submit(this::leftFirst);
    virtual.submit(this::leftFirst).get();
    virtual.shutdown();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void parameterized(int order) throws Exception {
    joinNested();
  }

  @TestFactory
  Stream<DynamicTest> dynamic() {
    return Stream.of(DynamicTest.dynamicTest("dynamic", CleanTest::joinNested));
  }

  private static void joinNested() throws Exception {
    Object outer = new Object();
    Object inner = new Object();
    Thread one = start(() -> nest(outer, inner));
    Thread other = start(() -> nest(outer, inner));
    one.join();
    other.join();
  }

  private static void nest(Object outer, Object inner) {
    synchronized (outer) {
      synchronized (inner) {
        inner.notifyAll();
      }
    }
  }

  private void leftFirst() {
    left.lock();
    try {
      right.lock();
      pause();
      right.unlock();
    } finally {
      left.unlock();
    }
  }

  private static String pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return "done";
  }

  private static void await(CountDownLatch gate) {
    try {
      gate.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static Thread start(Runnable task) {
    Thread thread = new Thread(task);
    thread.start();
    return thread;
  }
}
