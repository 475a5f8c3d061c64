package verdicts.stall;

import java.io.IOException;
import verdicts.Chatter;
import verdicts.Stage;
import verdicts.Verdict;

/** A child process is waited for before its output is read, which is more than its pipe holds. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "parent",
    summary = {"waits for the end of a process", "bytes of output that nobody seems to read"},
    withinSeconds = 60,
    options = "stall-threshold=2s")
public final class UnreadOutput {
  public static void main(String[] args) throws IOException {
    Process child = Chatter.of(100_000, 0).start();
    child.getOutputStream().close();
    Thread parent =
        Stage.start(
            "parent",
            () -> {
              child.waitFor();
              System.out.println(child.getInputStream().readAllBytes().length);
            });
    Stage.stuck(parent);
  }
}
