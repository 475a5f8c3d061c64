package verdicts.clean.stalls.given;

import verdicts.Clean;
import verdicts.Stage;

/** The one who signals takes its time between two signals, the other waits for every one. */
@Clean(options = "stall-threshold=2s")
public final class SlowSignaller {
  private int signals;

  private synchronized void signal() {
    signals++;
    notifyAll();
  }

  private synchronized void await(int wanted) throws InterruptedException {
    while (signals < wanted) {
      wait();
    }
    System.out.println(wanted);
  }

  public static void main(String[] args) throws InterruptedException {
    SlowSignaller bell = new SlowSignaller();
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              for (int i = 1; i <= 3; i++) {
                bell.await(i);
              }
            });
    Stage.start(
        "signaller",
        () -> {
          for (int i = 0; i < 3; i++) {
            Stage.sleep(5_000);
            bell.signal();
          }
        });
    Stage.join(waiter);
  }
}
