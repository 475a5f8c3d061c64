package verdicts.clean.monitors;

import java.util.List;
import verdicts.Clean;
import verdicts.Stage;

/** Two objects call each other back, each only after it has let go of its own monitor. */
@Clean
public final class CallbackOutsideLock {
  private CallbackOutsideLock listener;
  private int changes;
  private int heard;

  private void change() {
    synchronized (this) {
      changes++;
      Stage.sleep(changes % 100 == 0 ? 300 : 0);
    }
    listener.hear();
  }

  private synchronized void hear() {
    heard++;
  }

  public static void main(String[] args) throws Exception {
    CallbackOutsideLock left = new CallbackOutsideLock();
    CallbackOutsideLock right = new CallbackOutsideLock();
    left.listener = right;
    right.listener = left;
    Stage.join(Stage.start("left", () -> repeat(left)), Stage.start("right", () -> repeat(right)));
    System.out.println(List.of(left.heard, right.heard));
  }

  private static void repeat(CallbackOutsideLock subject) {
    for (int i = 0; i < 400; i++) {
      subject.change();
    }
  }
}
