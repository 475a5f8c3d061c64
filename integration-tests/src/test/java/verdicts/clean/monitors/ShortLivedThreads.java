package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Stage;

/** Two thousand threads, one after the other and some at once, each locking once. */
@Clean
public final class ShortLivedThreads {
  private static int count;

  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    for (int round = 0; round < 200; round++) {
      Thread[] threads = new Thread[10];
      for (int i = 0; i < threads.length; i++) {
        threads[i] =
            Stage.start(
                "short",
                () -> {
                  synchronized (lock) {
                    count++;
                  }
                });
      }
      Stage.join(threads);
    }
    System.out.println(count);
  }
}
