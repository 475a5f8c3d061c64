package verdicts.stall;

import java.io.IOException;
import verdicts.Chatter;
import verdicts.Verdict;

/**
 * All output of a child process is read, but nothing of its many complaints; nobody else is there.
 */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = "main",
    summary = {"waits for the end of a process", "bytes of error output that nobody seems to read"},
    withinSeconds = 60,
    options = "stall-threshold=2s")
public final class UnreadErrors {
  public static void main(String[] args) throws IOException, InterruptedException {
    Process child = Chatter.of(1_000, 100_000).start();
    child.getOutputStream().close();
    child.getInputStream().readNBytes(1_000);
    System.out.println("STUCK " + System.currentTimeMillis());
    child.waitFor();
  }
}
