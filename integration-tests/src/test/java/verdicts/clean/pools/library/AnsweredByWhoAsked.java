package verdicts.clean.pools.library;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.pooldeadlock.library.EventLoop;

/**
 * Tasks of two loops wait for futures that tasks behind them would complete: one was given its
 * future, one has made it and put it into a registry. Who made the first one completes both, by a
 * method that nobody sees coming.
 */
@Clean
public final class AnsweredByWhoAsked {
  private static final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();

  public static void main(String[] args) {
    EventLoop given = new EventLoop("given");
    EventLoop making = new EventLoop("making");
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<Void> ended = new CompletableFuture<>();
    CompletableFuture<Void> endedToo = new CompletableFuture<>();
    Promise promise = Promise.of(answer);
    given.execute(
        () -> {
          given.execute(() -> answer.complete("late"));
          answer.join();
          ended.complete(null);
        });
    making.execute(
        () -> {
          CompletableFuture<String> own = new CompletableFuture<>();
          asked.put("question", own);
          making.execute(() -> own.complete("late"));
          own.join();
          endedToo.complete(null);
        });
    Stage.sleep(2 * Stage.BEYOND_PATIENCE_MILLIS);
    promise.keep("in time");
    ended.join();
    endedToo.join();
    System.out.println(answer.join() + " and " + asked.get("question").join());
  }

  /** Somebody who will answer. */
  private interface Promise {
    void keep(String value);

    static Promise of(CompletableFuture<String> answer) {
      return value -> {
        answer.complete(value);
        asked.get("question").complete(value);
      };
    }
  }
}
