package verdicts.deadlock.jdk;

import java.util.Hashtable;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two hashtables that are compared with each other. */
@Verdict(threads = {"a", "b"})
public final class Hashtables {
  /** Meets the other thread before its own monitor is asked for. */
  static final class MeetingTable extends Hashtable<String, Integer> {
    private static final long serialVersionUID = 1;
    private final transient Meeting meeting;

    MeetingTable(Meeting meeting) {
      this.meeting = meeting;
    }

    @Override
    public int size() {
      meeting.meet();
      return super.size();
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Hashtable<String, Integer> left = new MeetingTable(meeting);
    Hashtable<String, Integer> right = new MeetingTable(meeting);
    Stage.stuck(
        Stage.start("a", () -> left.equals(right)), Stage.start("b", () -> right.equals(left)));
  }
}
