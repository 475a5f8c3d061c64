package verdicts.pooldeadlock.library;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * An executor as servers have theirs: it knows its workers, and each worker its thread; but what
 * the threads run is wrapped in a class of who makes them.
 */
public final class Crew implements Executor {
  private final Queue<Runnable> tasks = new ArrayDeque<>();
  private final Set<Worker> workers = new HashSet<>();

  public Crew(String name, int size) {
    for (int i = 1; i <= size; i++) {
      Worker worker = new Worker();
      worker.thread = new Thread(new Wrapping(worker), name + "-" + i);
      worker.thread.setDaemon(true);
      workers.add(worker);
      worker.thread.start();
    }
  }

  @Override
  public synchronized void execute(Runnable task) {
    tasks.add(task);
    notifyAll();
  }

  private synchronized Runnable next() throws InterruptedException {
    while (tasks.isEmpty()) {
      wait();
    }
    return tasks.remove();
  }

  private final class Worker implements Runnable {
    private Thread thread;

    @Override
    public void run() {
      try {
        while (!thread.isInterrupted()) {
          next().run();
        }
      } catch (InterruptedException end) {
        return;
      }
    }
  }
}
