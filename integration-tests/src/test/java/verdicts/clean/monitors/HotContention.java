package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Stage;

/** Eight threads fight for one monitor. */
@Clean
public final class HotContention {
  private static final Object lock = new Object();
  private static int count;

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "hot-" + i,
              () -> {
                for (int n = 0; n < 100_000; n++) {
                  synchronized (lock) {
                    count++;
                  }
                }
              });
    }
    Stage.join(threads);
    System.out.println(count);
  }
}
