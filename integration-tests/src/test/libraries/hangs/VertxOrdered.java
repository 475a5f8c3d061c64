package hangs;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import verdicts.Stage;

/** Vert.x: blocking code waits for blocking code of the same context, which runs in order. */
public final class VertxOrdered {
  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setWorkerPoolSize(4));
    Context context = vertx.getOrCreateContext();
    context.executeBlocking(
        () -> {
          Future<String> next = context.executeBlocking(() -> "never");
          return next.toCompletionStage().toCompletableFuture().join();
        });
    Stage.stuckNamed("vert.x-worker-thread-0");
  }
}
