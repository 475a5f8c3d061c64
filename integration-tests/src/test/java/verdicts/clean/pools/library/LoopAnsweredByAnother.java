package verdicts.clean.pools.library;

import java.util.concurrent.CompletableFuture;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.pooldeadlock.library.EventLoop;

/** One event loop waits for the next task of another one, which takes its time. */
@Clean
public final class LoopAnsweredByAnother {
  public static void main(String[] args) {
    EventLoop one = new EventLoop("events-1");
    EventLoop other = new EventLoop("events-2");
    CompletableFuture<String> answer = new CompletableFuture<>();
    CompletableFuture<Void> waits =
        CompletableFuture.runAsync(
            () -> {
              one.execute(() -> answer.complete("own"));
              other.execute(Stage::pauseBeyondPatience);
              other.execute(() -> answer.complete("other"));
              answer.join();
            },
            one);
    waits.join();
    System.out.println(answer.join());
  }
}
