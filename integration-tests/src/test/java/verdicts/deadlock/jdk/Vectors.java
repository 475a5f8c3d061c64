package verdicts.deadlock.jdk;

import java.util.Iterator;
import java.util.List;
import java.util.Vector;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two vectors that ask whether they contain each other. */
@Verdict(threads = {"a", "b"})
public final class Vectors {
  /** Meets the other thread before its own monitor is asked for. */
  static final class MeetingVector extends Vector<String> {
    private static final long serialVersionUID = 1;
    private final transient Meeting meeting;

    MeetingVector(Meeting meeting) {
      super(List.of("x"));
      this.meeting = meeting;
    }

    @Override
    public Iterator<String> iterator() {
      meeting.meet();
      return super.iterator();
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Vector<String> left = new MeetingVector(meeting);
    Vector<String> right = new MeetingVector(meeting);
    Stage.stuck(
        Stage.start("a", () -> left.containsAll(right)),
        Stage.start("b", () -> right.containsAll(left)));
  }
}
