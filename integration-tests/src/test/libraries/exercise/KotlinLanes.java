package exercise;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CompletableDeferred;
import kotlinx.coroutines.CompletableDeferredKt;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.Dispatchers;
import verdicts.Stage;

/**
 * Threads of Kotlin's default dispatcher block for seconds, and get on: one is left for what they
 * wait for, or somebody from outside gives it.
 */
public final class KotlinLanes {
  private static final AtomicInteger done = new AtomicInteger();

  public static void main(String[] args) throws InterruptedException {
    System.setProperty("kotlinx.coroutines.scheduler.core.pool.size", "2");
    CoroutineDispatcher lane = Dispatchers.getDefault();
    CountDownLatch ends = new CountDownLatch(1);
    run(lane, ends, () -> block(lane));
    ends.await();
    System.out.println(done + " with one more thread");

    CompletableDeferred<String> given = CompletableDeferredKt.CompletableDeferred(null);
    CountDownLatch more = new CountDownLatch(7);
    for (int i = 0; i < 2; i++) {
      run(lane, more, () -> await(given));
    }
    for (int i = 0; i < 5; i++) {
      run(lane, more, done::incrementAndGet);
    }
    Stage.pauseBeyondPatience();
    given.complete("from outside");
    more.await();
    System.out.println(done + " with help from outside");
  }

  private static void run(CoroutineDispatcher lane, CountDownLatch end, Runnable work) {
    lane.dispatch(
        EmptyCoroutineContext.INSTANCE,
        () -> {
          work.run();
          end.countDown();
        });
  }

  private static void block(CoroutineDispatcher lane) {
    try {
      BuildersKt.runBlocking(
          EmptyCoroutineContext.INSTANCE,
          (scope, outer) ->
              BuildersKt.withContext(
                  lane,
                  (inner, next) -> {
                    Stage.pauseBeyondPatience();
                    return done.incrementAndGet();
                  },
                  outer));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void await(CompletableDeferred<String> given) {
    try {
      BuildersKt.runBlocking(EmptyCoroutineContext.INSTANCE, (scope, outer) -> given.await(outer));
      done.incrementAndGet();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
