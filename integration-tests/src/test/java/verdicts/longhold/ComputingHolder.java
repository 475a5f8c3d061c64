package verdicts.longhold;

import verdicts.Stage;
import verdicts.Verdict;

/** One computes in a synchronized method: no hook announces who waits to enter it. */
@Verdict(
    kind = "long-hold",
    threads = "reader",
    summary = "for writer, which runs in ComputingHolder.index",
    waitingBehind = 0,
    resolved = true,
    options = {"lock-threshold=2s", "grace=0"})
public final class ComputingHolder {
  private volatile boolean wanted = true;
  private volatile boolean begun;
  private int entries;

  private synchronized void index() {
    begun = true; // holds
    while (wanted) {
      entries++;
    }
  }

  private synchronized int entries() {
    return entries; // waits
  }

  public static void main(String[] args) throws Exception {
    ComputingHolder index = new ComputingHolder();
    Thread writer = Stage.start("writer", index::index);
    while (!index.begun) {
      Thread.onSpinWait();
    }
    Thread reader = Stage.start("reader", index::entries);
    Stage.stuck(reader);
    index.wanted = false;
    Stage.join(writer, reader);
    Stage.say("RESOLVED");
  }
}
