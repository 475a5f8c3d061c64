package hangs;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.ExecutorsKt;
import verdicts.Stage;

/** Kotlin: {@code runBlocking} on the only thread of a dispatcher that it needs itself. */
public final class KotlinBlocking {
  public static void main(String[] args) {
    ExecutorService pool = Executors.newSingleThreadExecutor(task -> new Thread(task, "lane-1"));
    CoroutineDispatcher lane = ExecutorsKt.from(pool);
    pool.submit(
        () ->
            BuildersKt.runBlocking(
                EmptyCoroutineContext.INSTANCE,
                (scope, outer) -> BuildersKt.withContext(lane, (inner, next) -> "never", outer)));
    Stage.stuckNamed("lane-1");
  }
}
