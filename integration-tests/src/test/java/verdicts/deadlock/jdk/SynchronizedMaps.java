package verdicts.deadlock.jdk;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two synchronized maps, each walked with forEach to fill the other. */
@Verdict(threads = {"a", "b"})
public final class SynchronizedMaps {
  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Map<String, Integer> left = Collections.synchronizedMap(new HashMap<>(Map.of("x", 1)));
    Map<String, Integer> right = Collections.synchronizedMap(new HashMap<>(Map.of("y", 2)));
    Stage.stuck(
        Stage.start("a", () -> copy(left, right, meeting)),
        Stage.start("b", () -> copy(right, left, meeting)));
  }

  private static void copy(Map<String, Integer> from, Map<String, Integer> to, Meeting meeting) {
    from.forEach(
        (key, value) -> {
          meeting.meet();
          to.put(key, value);
        });
  }
}
