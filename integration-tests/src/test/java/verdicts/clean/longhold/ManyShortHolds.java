package verdicts.clean.longhold;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** Six threads take turns at a fair lock for some seconds, and no turn is long. */
@Clean(options = {"lock-threshold=2s", "grace=0"})
public final class ManyShortHolds {
  private static final int TURNS = 60;

  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock(true);
    int[] turns = new int[1];
    Thread[] threads = new Thread[6];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "turn-" + i,
              () -> {
                for (int turn = 0; turn < TURNS; turn++) {
                  lock.lock();
                  try {
                    Stage.sleep(10);
                    turns[0]++;
                  } finally {
                    lock.unlock();
                  }
                }
              });
    }
    Stage.join(threads);
    System.out.println(turns[0]);
  }
}
