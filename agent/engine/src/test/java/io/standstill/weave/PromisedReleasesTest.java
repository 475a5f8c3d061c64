package io.standstill.weave;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.standstill.release.Releases;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which releases a task cannot end without, but by an exception. */
public class PromisedReleasesTest {
  /** Tasks that count a latch down, one way or another. */
  public interface PromisingTasks {
    Runnable plain(CountDownLatch latch);

    Runnable byMethod(CountDownLatch latch);

    Runnable afterLoop(CountDownLatch latch);

    Runnable inTry(CountDownLatch latch);

    Runnable inFinally(CountDownLatch latch);

    Runnable inBranch(CountDownLatch latch);

    Runnable methodInBranch(CountDownLatch latch);

    Runnable afterReturn(CountDownLatch latch);

    Runnable inCatch(CountDownLatch latch);

    Runnable inLoop(CountDownLatch latch);

    Runnable unlessForEver(CountDownLatch latch);
  }

  private final PromisingTasks tasks =
      FixtureLoader.woven(PromisingFixture.class, PromisingTasks.class);
  private final CountDownLatch latch = new CountDownLatch(1);

  private static boolean isPromised(Object task) {
    assertFalse(Releases.of(task).isEmpty(), "releases nothing");
    return Releases.of(task).stream().anyMatch(r -> r.isPromised());
  }

  @Test
  void promisesWhatLiesOnTheOnlyWay() {
    assertTrue(isPromised(tasks.plain(latch)));
    assertTrue(isPromised(tasks.byMethod(latch)));
    assertTrue(isPromised(tasks.afterLoop(latch)));
    assertTrue(isPromised(new FutureTask<>(tasks.plain(latch), null)));
  }

  /** There is such a method since JDK 25. */
  @Test
  void promisesWhatHasATimeLimit() throws Exception {
    Optional<Method> submit =
        Stream.of(ForkJoinPool.class.getMethods())
            .filter(method -> method.getName().equals("submitWithTimeout"))
            .findFirst();
    assumeTrue(submit.isPresent());
    CountDownLatch done = new CountDownLatch(1);
    ForkJoinPool pool = new ForkJoinPool(1);
    Callable<Boolean> inTheWay = () -> done.await(1, TimeUnit.HOURS);
    pool.submit(inTheWay);
    Callable<Object> task = Executors.callable(tasks.plain(latch));
    Object limited = submit.get().invoke(pool, task, 1, TimeUnit.HOURS, null);
    assertTrue(Releases.of(limited).stream().anyMatch(r -> r.object() == latch && r.isPromised()));
    done.countDown();
    pool.shutdown();
  }

  @Test
  void promisesWhatOnlyAnExceptionPrevents() {
    assertTrue(isPromised(tasks.inTry(latch)));
    assertTrue(isPromised(tasks.inFinally(latch)));
  }

  @Test
  void doesNotPromiseWhatIsInABranch() {
    assertFalse(isPromised(tasks.inBranch(latch)));
    assertFalse(isPromised(tasks.methodInBranch(latch)));
    assertFalse(isPromised(tasks.afterReturn(latch)));
    assertFalse(isPromised(tasks.inCatch(latch)));
  }

  @Test
  void doesNotPromiseWhatIsInALoopOrBesideAnEndlessOne() {
    assertFalse(isPromised(tasks.inLoop(latch)));
    assertFalse(isPromised(tasks.unlessForEver(latch)));
  }

  @Test
  void doesNotPromiseWhatAWrapperMayCall() {
    Runnable inner = tasks.plain(latch);
    Runnable wrapper = () -> inner.run();
    assertFalse(Releases.of(wrapper).stream().anyMatch(r -> r.isPromised()));
  }
}

final class PromisingFixture implements PromisedReleasesTest.PromisingTasks {
  private static boolean unlikely() {
    return System.nanoTime() == 0;
  }

  private static void count(CountDownLatch latch) {
    latch.countDown();
  }

  @Override
  public Runnable plain(CountDownLatch latch) {
    return () -> {
      unlikely();
      latch.countDown();
    };
  }

  @Override
  public Runnable byMethod(CountDownLatch latch) {
    return () -> count(latch);
  }

  @Override
  public Runnable afterLoop(CountDownLatch latch) {
    return () -> {
      while (unlikely()) {
        Thread.onSpinWait();
      }
      latch.countDown();
    };
  }

  @Override
  public Runnable inTry(CountDownLatch latch) {
    return () -> {
      try {
        unlikely();
        latch.countDown();
      } catch (IllegalStateException lost) {
        unlikely();
      }
    };
  }

  @Override
  public Runnable inFinally(CountDownLatch latch) {
    return () -> {
      try {
        unlikely();
      } finally {
        latch.countDown();
      }
    };
  }

  @Override
  public Runnable inBranch(CountDownLatch latch) {
    return () -> {
      if (unlikely()) {
        latch.countDown();
      }
    };
  }

  @Override
  public Runnable methodInBranch(CountDownLatch latch) {
    return () -> {
      if (unlikely()) {
        count(latch);
      }
    };
  }

  @Override
  public Runnable afterReturn(CountDownLatch latch) {
    return () -> {
      if (unlikely()) {
        return;
      }
      latch.countDown();
    };
  }

  @Override
  public Runnable inCatch(CountDownLatch latch) {
    return () -> {
      try {
        unlikely();
      } catch (IllegalStateException lost) {
        latch.countDown();
      }
    };
  }

  @Override
  public Runnable inLoop(CountDownLatch latch) {
    return () -> {
      do {
        latch.countDown();
      } while (unlikely());
    };
  }

  @Override
  public Runnable unlessForEver(CountDownLatch latch) {
    return () -> {
      if (unlikely()) {
        latch.countDown();
        return;
      }
      while (true) {
        Thread.onSpinWait();
      }
    };
  }
}
