package verdicts.lockstarvation;

import verdicts.Greed;
import verdicts.Stage;
import verdicts.Verdict;

/** A thread takes a monitor again as soon as it has let it go: nobody wakes up that soon. */
@Verdict(
    kind = "lock-starvation",
    certainty = "likely",
    threads = "waiter",
    summary = {"for GreedyMonitor.LOCK while others took it at least", "times: greedy "},
    resolved = true,
    withinSeconds = 45,
    options = {"lock-threshold=2s", "grace=0"})
public final class GreedyMonitor {
  private static final Object LOCK = new Object();

  private static void hold(Greed greed) {
    synchronized (LOCK) {
      greed.enjoy();
    }
  }

  private static void touch() {
    synchronized (LOCK) {
      Thread.onSpinWait();
    }
  }

  public static void main(String[] args) throws Exception {
    Greed greed = new Greed();
    Thread greedy = Stage.start("greedy", () -> greed.take(() -> hold(greed)));
    greed.awaitBegin();
    Thread waiter = Stage.start("waiter", () -> greed.want(GreedyMonitor::touch));
    Stage.stuck(waiter);
    greed.end();
    Stage.join(greedy, waiter);
    Stage.say("RESOLVED");
  }
}
