package verdicts.stall;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import verdicts.MessageLoop;
import verdicts.Stage;
import verdicts.Verdict;

/** A callback of an event loop asks, and waits for the answer that the loop itself has to read. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "loop",
    summary = {"future", "event loop", "1 byte lies unread at its connection"},
    advice = "callback",
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class OwnEventLoop {
  private final CompletableFuture<String> answer = new CompletableFuture<>();
  private final MessageLoop loop = new MessageLoop((key, message) -> on(message));

  private OwnEventLoop() throws IOException {}

  private void on(char message) {
    if (message == 'q') {
      loop.send('a');
      answer.join();
    } else {
      answer.complete("yes");
    }
  }

  public static void main(String[] args) throws IOException {
    OwnEventLoop client = new OwnEventLoop();
    Thread loop = Stage.start("loop", client.loop::run);
    client.loop.send('q');
    Stage.stuck(loop);
  }
}
