package verdicts.clean.stalls;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.util.concurrent.CompletableFuture;
import verdicts.Clean;
import verdicts.MessageLoop;
import verdicts.Stage;

/**
 * A callback of an event loop waits for another thread, while its connection is not read on
 * purpose: what comes meanwhile is nothing that the loop has overlooked.
 */
@Clean(options = "stall-threshold=1s")
public final class LoopThatAwaitsAnother {
  public static void main(String[] args) throws IOException, InterruptedException {
    CompletableFuture<String> decision = new CompletableFuture<>();
    MessageLoop loop =
        new MessageLoop(
            (key, message) -> {
              key.interestOps(0);
              decision.join();
              key.interestOps(SelectionKey.OP_READ);
            });
    Thread thread = Stage.start("loop", loop::run);
    loop.send('a');
    Stage.awaitRest(thread);
    loop.send('b');
    Stage.pauseBeyondPatience();
    decision.complete("go on");
    loop.close();
    Stage.join(thread);
    System.out.println("went on");
  }
}
