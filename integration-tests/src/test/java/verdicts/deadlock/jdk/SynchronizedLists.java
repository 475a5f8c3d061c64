package verdicts.deadlock.jdk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two synchronized lists that are added to each other. */
@Verdict(threads = {"a", "b"})
public final class SynchronizedLists {
  /** Meets the other thread when it is about to add, which is inside the wrapper's monitor. */
  static final class MeetingList extends ArrayList<Integer> {
    private static final long serialVersionUID = 1;
    private final transient Meeting meeting;

    MeetingList(Meeting meeting) {
      this.meeting = meeting;
    }

    @Override
    public boolean addAll(Collection<? extends Integer> others) {
      meeting.meet();
      return super.addAll(others);
    }
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    List<Integer> left = Collections.synchronizedList(new MeetingList(meeting));
    List<Integer> right = Collections.synchronizedList(new MeetingList(meeting));
    Stage.stuck(
        Stage.start("a", () -> left.addAll(right)), Stage.start("b", () -> right.addAll(left)));
  }
}
