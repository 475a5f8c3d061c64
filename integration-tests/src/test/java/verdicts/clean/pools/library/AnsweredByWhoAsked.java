package verdicts.clean.pools.library;

import java.util.concurrent.CompletableFuture;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.pooldeadlock.library.EventLoop;

/**
 * A task of a loop waits for a future that it was given, and that a task behind it would complete;
 * so does who has made it, by a method that nobody sees coming.
 */
@Clean
public final class AnsweredByWhoAsked {
  public static void main(String[] args) {
    EventLoop loop = new EventLoop("loop");
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    Promise promise = Promise.of(answer);
    loop.execute(
        () -> {
          loop.execute(() -> answer.complete("late"));
          System.out.println(answer.join());
          ended.complete(null);
        });
    Stage.sleep(2 * Stage.BEYOND_PATIENCE_MILLIS);
    promise.keep("in time");
    ended.join();
  }

  /** Somebody who will answer. */
  private interface Promise {
    void keep(String value);

    static Promise of(CompletableFuture<String> answer) {
      return answer::complete;
    }
  }
}
