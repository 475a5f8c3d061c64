package verdicts.pooldeadlock.library;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/** Runs one task at a time by giving itself to an executor, whenever there is something to do. */
public final class RunsItself implements Executor, Runnable {
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean running = new AtomicBoolean();
  private final Executor executor;

  public RunsItself(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    schedule();
  }

  private void schedule() {
    if (running.compareAndSet(false, true)) {
      executor.execute(this);
    }
  }

  @Override
  public void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
      task.run();
    }
    running.set(false);
    if (!tasks.isEmpty()) {
      schedule();
    }
  }
}
