package verdicts.pooldeadlock.latches;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Phaser;
import verdicts.Pools;
import verdicts.Stage;
import verdicts.Verdict;

/** A phaser with three parties in a pool of two. */
@Verdict(
    kind = "pool-deadlock",
    certainty = {"likely", "possible"},
    threads = {"phase-1", "phase-2"},
    pools = "phase")
public final class PhaserOfThree {
  public static void main(String[] args) {
    ExecutorService pool = Pools.fixed("phase", 2);
    Phaser phaser = new Phaser(3);
    for (int i = 0; i < 3; i++) {
      pool.submit(() -> phaser.arriveAndAwaitAdvance()); // waits
    }
    Stage.stuckNamed("phase-1", "phase-2");
  }
}
