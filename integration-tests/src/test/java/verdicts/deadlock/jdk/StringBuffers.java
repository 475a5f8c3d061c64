package verdicts.deadlock.jdk;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two string buffers, each appended to the other through a view. */
@Verdict(threads = {"a", "b"})
public final class StringBuffers {
  /** Shows a buffer, once both threads are inside their own. */
  record View(StringBuffer buffer, Meeting meeting) implements CharSequence {
    @Override
    public int length() {
      meeting.meet();
      return buffer.length();
    }

    @Override
    public char charAt(int index) {
      return buffer.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return buffer.subSequence(start, end);
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    StringBuffer left = new StringBuffer("left");
    StringBuffer right = new StringBuffer("right");
    Stage.stuck(
        Stage.start("a", () -> left.append(new View(right, meeting))),
        Stage.start("b", () -> right.append(new View(left, meeting))));
  }
}
