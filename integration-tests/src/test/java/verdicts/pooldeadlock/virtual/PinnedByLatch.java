package verdicts.pooldeadlock.virtual;

import java.util.concurrent.CountDownLatch;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** Both carriers are pinned by class initialisers that wait for a latch; who opens it has none. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    summary = {"left", "right"},
    since = 25,
    flags = {
      "-Djdk.virtualThreadScheduler.parallelism=2",
      "-Djdk.virtualThreadScheduler.maxPoolSize=2"
    })
public final class PinnedByLatch {
  static final CountDownLatch open = new CountDownLatch(1);
  static final CountDownLatch pinned = new CountDownLatch(2);

  static int await() {
    pinned.countDown();
    try {
      open.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
    return 1;
  }

  /** Waits while it is initialised. */
  static final class Left {
    static final int value = await();
  }

  /** So does this one. */
  static final class Right {
    static final int value = await();
  }

  public static void main(String[] args) throws Exception {
    Thread left = Virtual.start("left", () -> System.out.println("never " + Left.value));
    Thread right = Virtual.start("right", () -> System.out.println("never " + Right.value));
    pinned.await();
    Virtual.start("opener", () -> open.countDown());
    Stage.stuck(left, right);
  }
}
