package verdicts.stall;

import verdicts.Stage;
import verdicts.Verdict;

/** The producer waits for long too, but why nobody wakes the consumer is the better story. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"consumer", "producer"},
    summary = "signal",
    withinSeconds = 90,
    options = {"stall-threshold=4s", "lock-threshold=2s", "grace=0"})
public final class HeldMeanwhile {
  private final Object inner = new Object();
  private int items;

  synchronized void take() throws InterruptedException {
    synchronized (inner) {
      while (items == 0) {
        inner.wait();
      }
      items--;
    }
  }

  synchronized void put() {
    synchronized (inner) {
      items++;
      inner.notifyAll();
    }
  }

  public static void main(String[] args) {
    HeldMeanwhile store = new HeldMeanwhile();
    Thread consumer = Stage.start("consumer", store::take);
    Stage.awaitRest(consumer);
    Thread producer = Stage.start("producer", store::put);
    Stage.stuck(consumer, producer);
  }
}
