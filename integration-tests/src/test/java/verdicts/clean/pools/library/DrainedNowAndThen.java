package verdicts.clean.pools.library;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import verdicts.Clean;
import verdicts.Stage;

/**
 * A thread leaves a task in the queue of the very object that has started it, and waits: it is main
 * that runs what is there, from time to time, and in between nothing tells so.
 */
@Clean
public final class DrainedNowAndThen {
  private static final class MainQueue {
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

    void add(Runnable task) {
      tasks.add(task);
    }

    void runAll() {
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
    }

    /** A thread that may add to it. */
    Thread helper() {
      return new Thread(this::help, "helper");
    }

    Thread helperWith(Runnable work) {
      return new Thread(
          () -> {
            add(() -> System.out.println("begins"));
            work.run();
          },
          "worker");
    }

    private void help() {
      CompletableFuture<String> answer = new CompletableFuture<>();
      add(() -> answer.complete("helped"));
      System.out.println(answer.join());
    }
  }

  public static void main(String[] args) throws Exception {
    MainQueue queue = new MainQueue();
    Thread helper = queue.helper();
    helper.start();
    Stage.pauseBeyondPatience();
    queue.runAll();
    helper.join();
    Thread worker =
        queue.helperWith(
            () -> {
              CompletableFuture<String> answer = new CompletableFuture<>();
              queue.add(() -> answer.complete("done"));
              System.out.println(answer.join());
            });
    worker.start();
    Stage.pauseBeyondPatience();
    queue.runAll();
    worker.join();
  }
}
