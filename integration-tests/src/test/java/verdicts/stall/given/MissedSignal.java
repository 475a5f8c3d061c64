package verdicts.stall.given;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;

/** One signal for two who wait: whoever is woken goes home, and tells nobody. */
@Verdict(
    kind = "stall",
    certainty = "possible",
    threads = "second",
    summary = {"signal", "signaller has ended"},
    withinSeconds = 90,
    options = "stall-threshold=2s")
public final class MissedSignal {
  private static final ReentrantLock LOCK = new ReentrantLock();
  private static final Condition OPEN = LOCK.newCondition();
  private static boolean open;

  private static void open() {
    LOCK.lock();
    try {
      open = true;
      OPEN.signal();
    } finally {
      LOCK.unlock();
    }
  }

  private static void pass() throws InterruptedException {
    LOCK.lock();
    try {
      while (!open) {
        OPEN.await();
      }
      open = false;
    } finally {
      LOCK.unlock();
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Thread first = Stage.start("first", MissedSignal::pass);
    Stage.awaitRest(first);
    Thread second = Stage.start("second", MissedSignal::pass);
    Stage.awaitRest(second);
    Stage.join(Stage.start("signaller", MissedSignal::open), first);
    Stage.stuck(second);
  }
}
