package verdicts.deadlock.virtual;

import verdicts.Body;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual and a platform thread wait for each other's end. */
@Verdict(
    threads = {"virtual", "platform"},
    likelyBefore25 = true,
    since = 21)
public final class MutualVirtualJoin {
  public static void main(String[] args) {
    Thread[] both = new Thread[2];
    Meeting alive = new Meeting(2);
    Body virtual =
        () -> {
          alive.meet();
          both[1].join(); // waits
        };
    Body platform =
        () -> {
          alive.meet();
          both[0].join(); // waits
        };
    both[0] = Virtual.thread("virtual", virtual);
    both[1] = new Thread(Body.task(platform), "platform");
    both[0].start();
    both[1].start();
    Stage.stuck(both);
  }
}
