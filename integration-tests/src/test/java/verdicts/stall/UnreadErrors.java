package verdicts.stall;

import java.io.IOException;
import verdicts.Chatter;
import verdicts.Stage;
import verdicts.Verdict;

/** All output of a child process is read, but nothing of its many complaints. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "parent",
    summary = {"waits for the end of a process", "bytes of error output that nobody reads"},
    withinSeconds = 60,
    options = "stall-threshold=2s")
public final class UnreadErrors {
  public static void main(String[] args) throws IOException {
    Process child = Chatter.of(1_000, 100_000).start();
    child.getOutputStream().close();
    Thread parent =
        Stage.start(
            "parent",
            () -> {
              child.getInputStream().readNBytes(1_000);
              child.waitFor();
            });
    Stage.stuck(parent);
  }
}
