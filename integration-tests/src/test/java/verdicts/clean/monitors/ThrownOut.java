package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Stage;

/** Exceptions leave synchronized blocks, methods and constructors; others take the monitors. */
@Clean
public final class ThrownOut {
  private static final Object left = new Object();
  private static final Object right = new Object();
  private static int caught;

  ThrownOut() {
    synchronized (left) {
      throw new IllegalStateException("constructor");
    }
  }

  private static synchronized void fail(int n) {
    synchronized (n % 2 == 0 ? left : right) {
      synchronized (n % 3 == 0 ? left : right) {
        throw new IllegalArgumentException("block");
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Thread[] threads = new Thread[3];
    for (int i = 0; i < threads.length; i++) {
      threads[i] =
          Stage.start(
              "thrower-" + i,
              () -> {
                for (int n = 0; n < 3_000; n++) {
                  try {
                    fail(n);
                  } catch (IllegalArgumentException expected) {
                    count();
                  }
                  try {
                    System.out.println(new ThrownOut());
                  } catch (IllegalStateException expected) {
                    count();
                  }
                }
              });
    }
    Stage.join(threads);
    System.out.println(caught);
  }

  private static synchronized void count() {
    caught++;
  }
}
