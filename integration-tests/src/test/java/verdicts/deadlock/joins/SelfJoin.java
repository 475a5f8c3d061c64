package verdicts.deadlock.joins;

import verdicts.Stage;
import verdicts.Verdict;

/** A thread waits for its own end, and another one for that thread. */
@Verdict(threads = {"narcissus"})
public final class SelfJoin {
  public static void main(String[] args) {
    Thread narcissus =
        Stage.start(
            "narcissus",
            () -> {
              Thread.currentThread().join(); // waits
            });
    Stage.start("echo", narcissus::join);
    Stage.stuck(narcissus);
  }
}
