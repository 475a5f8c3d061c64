package verdicts.deadlock.joins;

import verdicts.Stage;
import verdicts.Verdict;

/** A thread waits for its own end. */
@Verdict(threads = {"narcissus"})
public final class SelfJoin {
  public static void main(String[] args) {
    Thread narcissus =
        Stage.start(
            "narcissus",
            () -> {
              Thread.currentThread().join(); // waits
            });
    Stage.stuck(narcissus);
  }
}
