package verdicts.clean.jdk;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A mapping function takes two seconds; others wait for its key, and for its neighbours. */
@Clean
public final class SlowCompute {
  public static void main(String[] args) throws Exception {
    ConcurrentMap<String, Integer> cache = new ConcurrentHashMap<>();
    Meeting meeting = new Meeting(2);
    Thread slow =
        Stage.start(
            "slow",
            () ->
                cache.computeIfAbsent(
                    "x",
                    key -> {
                      meeting.meet();
                      Stage.longPause();
                      return 1;
                    }));
    meeting.meet();
    Thread[] others = new Thread[4];
    for (int i = 0; i < others.length; i++) {
      others[i] = Stage.start("other-" + i, () -> cache.merge("x", 10, Integer::sum));
    }
    slow.join();
    Stage.join(others);
    System.out.println(cache);
  }
}
