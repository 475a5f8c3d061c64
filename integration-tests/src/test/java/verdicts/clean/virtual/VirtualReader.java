package verdicts.clean.virtual;

import java.io.IOException;
import java.io.InputStream;
import verdicts.Chatter;
import verdicts.Clean;
import verdicts.Stage;
import verdicts.Virtual;

/** The output of a child process is read slowly, by a virtual thread that takes no lock. */
@Clean(since = 21, options = "stall-threshold=1s")
public final class VirtualReader {
  private static void read(InputStream output) throws IOException {
    output.read();
    Stage.pauseBeyondPatience();
    output.readAllBytes();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Process child = Chatter.of(100_000, 0).start();
    child.getOutputStream().close();
    Thread reader = Virtual.start("reader", () -> read(child.getInputStream()));
    System.out.println(child.waitFor());
    Stage.join(reader);
  }
}
