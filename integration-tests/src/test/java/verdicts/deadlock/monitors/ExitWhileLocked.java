package verdicts.deadlock.monitors;

import verdicts.Body;
import verdicts.Stage;
import verdicts.Verdict;

/** System.exit waits for a shutdown hook that waits for a lock of the thread that called it. */
@Verdict(
    threads = {"main", "hook"},
    summary = "main and hook wait for each other",
    advice = {"System.exit waits for all shutdown hooks", "while holding what a hook needs"})
public final class ExitWhileLocked {
  private static final Object state = new Object();

  public static void main(String[] args) {
    Thread main = Thread.currentThread();
    Thread hook =
        new Thread(
            Body.task(
                () -> {
                  synchronized (state) {
                    System.out.println("never");
                  }
                }),
            "hook");
    Runtime.getRuntime().addShutdownHook(hook);
    synchronized (state) {
      Thread watcher =
          new Thread(
              Body.task(
                  () -> {
                    while (hook.getState() == Thread.State.NEW) {
                      Stage.sleep(5);
                    }
                    Stage.stuck(hook, main);
                  }),
              "watcher");
      watcher.setDaemon(true);
      watcher.start();
      System.exit(0);
    }
  }
}
