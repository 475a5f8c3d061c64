package hangs;

import kotlin.coroutines.EmptyCoroutineContext;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineDispatcher;
import kotlinx.coroutines.Dispatchers;
import verdicts.Meeting;
import verdicts.Stage;

/** Kotlin: {@code runBlocking} in all threads of the default dispatcher, for a part run by it. */
public final class KotlinDefault {
  public static void main(String[] args) {
    System.setProperty("kotlinx.coroutines.scheduler.core.pool.size", "2");
    CoroutineDispatcher lane = Dispatchers.getDefault();
    Meeting meeting = new Meeting(2);
    for (int i = 0; i < 2; i++) {
      lane.dispatch(
          EmptyCoroutineContext.INSTANCE,
          () -> {
            meeting.meet();
            block(lane);
          });
    }
    Stage.stuckNamed("DefaultDispatcher-worker-1", "DefaultDispatcher-worker-2");
  }

  private static void block(CoroutineDispatcher lane) {
    try {
      BuildersKt.runBlocking(
          EmptyCoroutineContext.INSTANCE,
          (scope, outer) -> BuildersKt.withContext(lane, (inner, next) -> "never", outer));
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
