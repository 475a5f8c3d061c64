package verdicts.other;

import verdicts.Stage;

/** One holds a monitor, and another waits for it, until the end. */
public final class HeldForLong {
  public static void main(String[] args) {
    Object lock = new Object();
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              synchronized (lock) {
                Thread.sleep(Long.MAX_VALUE);
              }
            });
    Stage.awaitRest(holder);
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              synchronized (lock) {
                Thread.onSpinWait();
              }
            });
    Stage.stuck(waiter);
    Runtime.getRuntime().halt(0);
  }
}
