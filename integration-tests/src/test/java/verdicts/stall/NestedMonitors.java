package verdicts.stall;

import verdicts.Stage;
import verdicts.Verdict;

/** The consumer sleeps inside two monitors and gives up one: no producer gets in to wake it. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"consumer", "producer", "visitor"},
    summary = "signal",
    options = {"stall-threshold=2s", "lock-threshold=600s"})
public final class NestedMonitors {
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

  synchronized int size() {
    return items;
  }

  public static void main(String[] args) {
    NestedMonitors store = new NestedMonitors();
    Thread consumer = Stage.start("consumer", store::take);
    Stage.awaitRest(consumer);
    Thread producer = Stage.start("producer", store::put);
    Thread visitor = Stage.start("visitor", () -> System.out.println(store.size()));
    Stage.stuck(consumer, producer, visitor);
  }
}
