package verdicts.stall;

import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** The sleeper and those that could wake it are virtual threads. */
@Verdict(
    kind = "stall",
    certainty = {"likely", "possible"},
    threads = {"consumer", "producer"},
    since = 25,
    options = {"stall-threshold=2s", "lock-threshold=600s"})
public final class VirtualConsumer {
  private final Object inner = new Object();
  private boolean filled;

  private synchronized void take() throws InterruptedException {
    synchronized (inner) {
      while (!filled) {
        inner.wait();
      }
    }
  }

  private synchronized void put() {
    synchronized (inner) {
      filled = true;
      inner.notify();
    }
  }

  public static void main(String[] args) {
    VirtualConsumer store = new VirtualConsumer();
    Thread consumer = Virtual.start("consumer", store::take);
    Stage.awaitRest(consumer);
    Thread producer = Virtual.start("producer", store::put);
    Stage.stuck(consumer, producer);
  }
}
