package verdicts.clean.order;

import java.util.List;
import java.util.stream.Stream;
import verdicts.Clean;
import verdicts.Stage;

/** Phases: all of the first are joined before any of the second is started. */
@Clean
public final class JoinedBetween {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int count;

  private static void cross(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        count++;
      }
    }
  }

  private static void phase(String name, Object first, Object second) throws Exception {
    List<Thread> threads =
        Stream.of("1", "2", "3")
            .map(n -> new Thread(() -> cross(first, second), name + n))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  public static void main(String[] args) throws Exception {
    phase("forth", left, right);
    phase("back", right, left);
    cross(left, right);
    Thread last = Stage.start("last", () -> cross(right, left));
    Stage.join(last);
    System.out.println(count);
  }
}
