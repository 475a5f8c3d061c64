package exercise;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.CompletableFuture;
import verdicts.Stage;

/**
 * Blocking code of one context waits for that of another one, and for unordered code of its own,
 * both of which take their time, while more comes behind it.
 */
public final class VertxContexts {
  public static void main(String[] args) {
    Vertx vertx = Vertx.vertx();
    Context one = contextOfItsOwn(vertx);
    Context other = contextOfItsOwn(vertx);
    Future<String> first = one.executeBlocking(() -> join(slowly(other, true)));
    Future<String> second = one.executeBlocking(() -> join(slowly(one, false)));
    Future<String> third = one.executeBlocking(() -> "third");
    System.out.println(join(first) + " " + join(second) + " " + join(third));
    join(vertx.close());
  }

  private static Context contextOfItsOwn(Vertx vertx) {
    CompletableFuture<Context> made = new CompletableFuture<>();
    join(
        vertx.deployVerticle(
            new AbstractVerticle() {
              @Override
              public void start() {
                made.complete(context);
              }
            }));
    return made.join();
  }

  private static Future<String> slowly(Context context, boolean ordered) {
    return context.executeBlocking(
        () -> {
          Stage.pauseBeyondPatience();
          return ordered ? "other" : "unordered";
        },
        ordered);
  }

  private static <T> T join(Future<T> future) {
    return future.toCompletionStage().toCompletableFuture().join();
  }
}
