package shop;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

class HangingThreadsTest {
  @Test
  void ownThread() {
    Crossed locks = new Crossed();
    Crossed.start(locks::rightFirst);
    locks.leftFirst();
  }

  @Test
  void startedThreads() throws Exception {
    for (Thread thread : Crossed.inMonitors()) {
      thread.join();
    }
  }

  @Test
  void pool() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.submit(() -> pool.submit(() -> "never").get()).get();
  }

  @Test
  void poolLeftBehind() {
    AtomicReference<Thread> worker = new AtomicReference<>();
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.submit(
        () -> {
          worker.set(Thread.currentThread());
          return pool.submit(() -> "never").get();
        });
    while (worker.get() == null || worker.get().getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  @Test
  void completableFuture() throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    CompletableFuture.runAsync(() -> CompletableFuture.runAsync(() -> {}, pool).join(), pool).get();
  }

  @Test
  void classInitialisation() throws Exception {
    Thread one = Crossed.start(() -> Chicken.EGG.get());
    Thread other = Crossed.start(() -> Egg.CHICKEN.get());
    one.join();
    other.join();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void virtualThreads() throws Exception {
    Crossed locks = new Crossed();
    ExecutorService virtual =
        (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    virtual.submit(locks::leftFirst);
    virtual.submit(locks::rightFirst).get();
  }

  static final class Chicken {
    static final AtomicReference<Object> EGG =
        new AtomicReference<>(Meeting.then(() -> Egg.CHICKEN));
  }

  static final class Egg {
    static final AtomicReference<Object> CHICKEN =
        new AtomicReference<>(Meeting.then(() -> Chicken.EGG));
  }
}
