package verdicts.deadlock.jdk;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two keys of one concurrent map are computed from each other. */
@Verdict(threads = {"a", "b"})
public final class ComputeIfAbsentAcrossKeys {
  private static final ConcurrentMap<String, Integer> cache = new ConcurrentHashMap<>();

  private static int price(String part, String other, Meeting meeting) {
    return cache.computeIfAbsent(
        part,
        key -> {
          meeting.meet();
          return 1 + cache.computeIfAbsent(other, missing -> 1);
        });
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> price("wheel", "axle", meeting)),
        Stage.start("b", () -> price("axle", "wheel", meeting)));
  }
}
