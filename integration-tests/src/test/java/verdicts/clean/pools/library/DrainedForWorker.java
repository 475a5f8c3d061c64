package verdicts.clean.pools.library;

import verdicts.Clean;
import verdicts.Stage;

/** The same for a thread that the object has started to run a task, which waits. */
@Clean
public final class DrainedForWorker {
  private record Errand(MainQueue queue) implements Runnable {
    @Override
    public void run() {
      System.out.println(Question.askFor("done", queue));
    }
  }

  public static void main(String[] args) throws Exception {
    MainQueue queue = new MainQueue();
    Thread worker = queue.worker(new Errand(queue));
    worker.start();
    Stage.pauseBeyondPatience();
    Stage.pauseBeyondPatience(); // Pools are read every two seconds only.
    queue.runAll();
    worker.join();
  }
}
