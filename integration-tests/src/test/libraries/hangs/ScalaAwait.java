package hangs;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import scala.concurrent.Await;
import scala.concurrent.ExecutionContext;
import scala.concurrent.Future;
import scala.concurrent.duration.Duration;
import verdicts.Stage;

/** Scala: the only thread of an execution context awaits a future of the same context. */
public final class ScalaAwait {
  private static <T> T result(Future<T> future) {
    try {
      return Await.result(future, Duration.Inf());
    } catch (InterruptedException | TimeoutException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  public static void main(String[] args) {
    ExecutionContext context =
        ExecutionContext.fromExecutor(
            Executors.newSingleThreadExecutor(task -> new Thread(task, "lane-1")));
    Future.apply(
        () -> result(Future.apply(() -> 20, context).map(number -> number + 1, context)), context);
    Stage.stuckNamed("lane-1");
  }
}
