package verdicts.clean.stalls;

import java.io.IOException;
import verdicts.Chatter;
import verdicts.Clean;
import verdicts.Stage;

/** Nobody reads what a child process writes, but its pipe has room for it; it lives for long. */
@Clean(options = "stall-threshold=1s")
public final class ChildOfFewWords {
  private static void end(Process child) throws IOException {
    Stage.pauseBeyondPatience();
    child.getOutputStream().close();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Process child = Chatter.of(60_000, 100).start();
    Thread guardian = Stage.start("guardian", () -> end(child));
    System.out.println(child.waitFor());
    Stage.join(guardian);
  }
}
