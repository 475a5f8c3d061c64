package verdicts.order.jdk;

import java.io.OutputStream;
import java.io.PrintStream;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/**
 * A stream writes to one of the application's, which takes a lock; elsewhere the lock comes first.
 */
@Predicted(threads = {"printer", "owner"})
public final class StreamOfItsOwn {
  private static final class Paper extends OutputStream {
    private int written;

    @Override
    public synchronized void write(int value) {
      written++;
    }

    synchronized void sign(PrintStream out) {
      out.print("yours");
    }
  }

  public static void main(String[] args) throws Exception {
    Paper paper = new Paper();
    PrintStream out = new PrintStream(paper, true);
    Luck luck = new Luck();
    Stage.join(
        Stage.start("printer", () -> luck.turn(0, () -> out.println("news"))),
        Stage.start("owner", () -> luck.turn(1, () -> paper.sign(out))));
    System.out.println(paper.written > 0);
  }
}
