package verdicts.clean.jdk;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import verdicts.Clean;
import verdicts.Stage;

/** Eight threads print through one stream. */
@Clean
public final class Printing {
  public static void main(String[] args) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream stream = new PrintStream(bytes, true);
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "printer-" + i,
              () -> {
                for (int n = 0; n < 2_000; n++) {
                  stream.print("line\n");
                }
              });
    }
    Stage.join(threads);
    System.out.println(bytes.size());
  }
}
