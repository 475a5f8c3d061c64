package verdicts.deadlock.virtual;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Monitors inside the JDK, on virtual threads. */
@Verdict(
    threads = {"v1", "v2"},
    since = 24)
public final class VirtualSynchronizedLists {
  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    List<String> left = Collections.synchronizedList(new ArrayList<>(List.of("x")));
    List<String> right = Collections.synchronizedList(new ArrayList<>(List.of("y")));
    Stage.stuck(
        Virtual.start("v1", () -> copy(left, right, meeting)),
        Virtual.start("v2", () -> copy(right, left, meeting)));
  }

  private static void copy(List<String> from, List<String> to, Meeting meeting) {
    from.forEach(
        each -> {
          meeting.meet();
          to.add(each);
        });
  }
}
