package verdicts.stall;

import verdicts.Stage;
import verdicts.Verdict;

/** An operator ends the stall by an interrupt. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"consumer", "producer"},
    resolved = true,
    options = {"stall-threshold=2s", "lock-threshold=600s"})
public final class InterruptedConsumer {
  private final Object inner = new Object();
  private boolean filled;

  private synchronized void take() {
    synchronized (inner) {
      try {
        while (!filled) {
          inner.wait();
        }
      } catch (InterruptedException stopped) {
        System.out.println("gave up");
      }
    }
  }

  private synchronized void put() {
    synchronized (inner) {
      filled = true;
      inner.notify();
    }
  }

  public static void main(String[] args) throws Exception {
    InterruptedConsumer store = new InterruptedConsumer();
    Thread consumer = Stage.start("consumer", store::take);
    Stage.awaitRest(consumer);
    Thread producer = Stage.start("producer", store::put);
    Stage.stuck(consumer, producer);
    consumer.interrupt();
    Stage.join(consumer, producer);
    Stage.say("RESOLVED");
  }
}
