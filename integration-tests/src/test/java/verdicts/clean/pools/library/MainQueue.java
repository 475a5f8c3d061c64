package verdicts.clean.pools.library;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A queue that a main thread works off now and then, and that starts threads which use it. */
final class MainQueue {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  void add(Runnable task) {
    tasks.add(task);
  }

  void runAll() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
  }

  /** A thread that asks for help. */
  Thread helper() {
    return new Thread(this::help, "helper");
  }

  private void help() {
    logged(() -> System.out.println(Question.askFor("helped", this)));
  }

  private static void logged(Runnable step) {
    System.out.println("a step begins");
    step.run();
  }

  /** A thread that does some work, and says that it has begun. */
  Thread worker(Runnable work) {
    return new Thread(
        () -> {
          add(() -> System.out.println("begins"));
          work.run();
        },
        "worker");
  }
}
