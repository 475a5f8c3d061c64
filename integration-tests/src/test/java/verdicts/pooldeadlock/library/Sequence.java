package verdicts.pooldeadlock.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Runs one task at a time, on whatever thread of an executor. */
public final class Sequence implements Executor {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final Executor executor;
  private boolean scheduled;

  public Sequence(Executor executor) {
    this.executor = executor;
  }

  @Override
  public void execute(Runnable task) {
    synchronized (queue) {
      queue.add(task);
      if (!scheduled) {
        scheduled = true;
        executor.execute(new Drain());
      }
    }
  }

  private Runnable next() {
    synchronized (queue) {
      scheduled = !queue.isEmpty();
      return queue.poll();
    }
  }

  private final class Drain implements Runnable {
    @Override
    public void run() {
      for (Runnable task = next(); task != null; task = next()) {
        task.run();
      }
    }
  }
}
