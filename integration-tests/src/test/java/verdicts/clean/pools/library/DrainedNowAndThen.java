package verdicts.clean.pools.library;

import verdicts.Clean;
import verdicts.Stage;

/**
 * A thread leaves a task in the queue of the very object that has started it, and waits: it is main
 * that runs what is there, from time to time, and in between nothing tells so.
 */
@Clean
public final class DrainedNowAndThen {
  public static void main(String[] args) throws Exception {
    MainQueue queue = new MainQueue();
    Thread helper = queue.helper();
    helper.start();
    Stage.pauseBeyondPatience();
    Stage.pauseBeyondPatience(); // Pools are read every two seconds only.
    queue.runAll();
    helper.join();
  }
}
