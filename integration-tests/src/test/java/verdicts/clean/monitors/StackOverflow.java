package verdicts.clean.monitors;

import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/** Stack overflows inside synchronized code; the monitor is free afterwards. */
@Clean
public final class StackOverflow {
  private final Object lock = new Object();
  private int calls;

  private void forever() {
    synchronized (lock) {
      calls++;
      forever();
    }
  }

  private synchronized void foreverToo() {
    calls++;
    foreverToo();
  }

  public static void main(String[] args) throws Exception {
    StackOverflow victim = new StackOverflow();
    for (int i = 0; i < 20; i++) {
      Body overflow = i % 2 == 0 ? victim::forever : victim::foreverToo;
      Thread thread =
          Stage.start(
              "overflow-" + i,
              () -> {
                try {
                  overflow.run();
                } catch (StackOverflowError expected) {
                  synchronized (victim.lock) {
                    victim.calls = 0;
                  }
                }
              });
      thread.join();
      Thread heir =
          Stage.start(
              "heir-" + i,
              () -> {
                synchronized (victim) {
                  synchronized (victim.lock) {
                    victim.calls = -1;
                  }
                }
              });
      heir.join();
    }
    System.out.println(victim.calls);
  }
}
