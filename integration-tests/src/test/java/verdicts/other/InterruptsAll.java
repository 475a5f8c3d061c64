package verdicts.other;

import verdicts.Stage;

/** Interrupts every thread that it finds, for some seconds, and then does as LaterDeadlock. */
public final class InterruptsAll {
  private static final int TIMES = 300;

  public static void main(String[] args) {
    for (int i = 0; i < TIMES; i++) {
      for (Thread thread : Thread.getAllStackTraces().keySet()) {
        if (thread != Thread.currentThread()) {
          thread.interrupt();
        }
      }
      Stage.sleep(10);
    }
    LaterDeadlock.main(args);
  }
}
