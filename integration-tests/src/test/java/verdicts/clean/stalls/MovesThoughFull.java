package verdicts.clean.stalls;

import java.util.Iterator;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/**
 * A queue that is always full, and yet no wait for room is a long one: a third thread removes what
 * those have put who once took from it themselves.
 */
@Clean(options = "stall-threshold=1s")
public final class MovesThoughFull {
  private static final int REMOVED = 120;

  public static void main(String[] args) throws InterruptedException {
    BlockingQueue<Integer> queue = new LinkedBlockingQueue<>(2);
    Body fill =
        () -> {
          queue.put(0);
          queue.take();
          for (int i = 0; i < REMOVED / 2; i++) {
            queue.put(i);
          }
        };
    Thread one = Stage.start("one", fill);
    Thread other = Stage.start("other", fill);
    for (int removed = 0; removed < REMOVED - 2; ) {
      Stage.sleep(50);
      Iterator<Integer> each = queue.iterator();
      if (each.hasNext()) {
        each.next();
        each.remove();
        removed++;
      }
    }
    Stage.join(one, other);
    System.out.println("all moved");
  }
}
