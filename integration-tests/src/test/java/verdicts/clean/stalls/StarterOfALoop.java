package verdicts.clean.stalls;

import java.io.IOException;
import verdicts.Clean;
import verdicts.MessageLoop;
import verdicts.Stage;

/**
 * Whoever has started a loop waits for its end, while another thread serves it, with much to do.
 */
@Clean(options = "stall-threshold=1s")
public final class StarterOfALoop {
  private static final int MESSAGES = 60;

  public static void main(String[] args) throws IOException, InterruptedException {
    MessageLoop loop = new MessageLoop((key, message) -> Stage.sleep(150));
    Thread thread = Stage.start("loop", loop::run);
    Thread starter = Stage.start("starter", () -> loop.awaitEnd());
    for (int i = 0; i < MESSAGES; i++) {
      loop.send('m');
    }
    Stage.pauseBeyondPatience();
    loop.close();
    Stage.join(thread, starter);
    System.out.println("ended");
  }
}
