package verdicts.deadlock.jdk;

import java.io.OutputStream;
import java.io.PrintStream;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two print streams that copy to each other. */
@Verdict(threads = {"a", "b"})
public final class PrintStreams {
  /** Writes to the other stream. */
  static final class Copy extends OutputStream {
    private final Meeting meeting;
    private PrintStream to;

    Copy(Meeting meeting) {
      this.meeting = meeting;
    }

    @Override
    public void write(int b) {
      meeting.meet();
      to.write(b);
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Copy toRight = new Copy(meeting);
    Copy toLeft = new Copy(meeting);
    PrintStream left = new PrintStream(toRight, true);
    PrintStream right = new PrintStream(toLeft, true);
    toRight.to = right;
    toLeft.to = left;
    Stage.stuck(
        Stage.start("a", () -> left.println("hello")), Stage.start("b", () -> right.write('x')));
  }
}
