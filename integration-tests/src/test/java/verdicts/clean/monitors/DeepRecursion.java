package verdicts.clean.monitors;

import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Clean;
import verdicts.Stage;

/** A synchronized method that calls itself two thousand times. */
@Clean
public final class DeepRecursion {
  synchronized int depth(int more) {
    return more == 0 ? 0 : 1 + depth(more - 1);
  }

  public static void main(String[] args) throws Exception {
    DeepRecursion deep = new DeepRecursion();
    Thread[] threads = new Thread[4];
    AtomicInteger sum = new AtomicInteger();
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "deep-" + i,
              () -> {
                for (int n = 0; n < 200; n++) {
                  sum.addAndGet(deep.depth(2_000));
                }
              });
    }
    Stage.join(threads);
    System.out.println(sum);
  }
}
