package verdicts.clean.stalls;

import java.io.IOException;
import java.io.InputStream;
import verdicts.Chatter;
import verdicts.Clean;
import verdicts.Stage;

/** A child process writes more than its pipe holds; who reads that takes a long rest meanwhile. */
@Clean(options = "stall-threshold=1s")
public final class ReadBySlowReader {
  private static void read(InputStream output) throws IOException {
    output.readNBytes(10);
    Stage.pauseBeyondPatience();
    output.readAllBytes();
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Process child = Chatter.of(100_000, 0).start();
    child.getOutputStream().close();
    Thread reader = Stage.start("reader", () -> read(child.getInputStream()));
    System.out.println(child.waitFor());
    Stage.join(reader);
  }
}
