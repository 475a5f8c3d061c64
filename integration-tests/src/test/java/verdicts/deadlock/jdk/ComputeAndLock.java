package verdicts.deadlock.jdk;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A mapping function wants a lock whose owner wants the map. */
@Verdict(threads = {"computing", "reading"})
public final class ComputeAndLock {
  private static final ReentrantLock lock = new ReentrantLock();

  public static void main(String[] args) {
    ConcurrentMap<String, Integer> cache = new ConcurrentHashMap<>();
    Meeting meeting = new Meeting(2);
    Thread computing =
        Stage.start(
            "computing",
            () ->
                cache.computeIfAbsent(
                    "x",
                    key -> {
                      meeting.meet();
                      lock.lock(); // waits
                      return 1;
                    }));
    Thread reading =
        Stage.start(
            "reading",
            () -> {
              lock.lock(); // holds
              meeting.meet();
              cache.put("x", 2);
            });
    Stage.stuck(computing, reading);
  }
}
