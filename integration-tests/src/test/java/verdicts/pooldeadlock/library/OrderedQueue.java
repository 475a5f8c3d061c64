package verdicts.pooldeadlock.library;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Keeps tasks in order, each with the executor that it is for. It is no executor itself. */
public final class OrderedQueue {
  private final Deque<Entry> entries = new ArrayDeque<>();
  private boolean scheduled;

  private record Entry(Runnable task, Executor executor) {}

  /** Has a task run once those before it have ended. */
  public void add(Runnable task, Executor executor) {
    synchronized (entries) {
      entries.add(new Entry(task, executor));
      if (!scheduled) {
        scheduled = true;
        executor.execute(this::runAll);
      }
    }
  }

  private void runAll() {
    for (Entry entry = next(); entry != null; entry = next()) {
      entry.task().run();
    }
  }

  private Entry next() {
    synchronized (entries) {
      scheduled = !entries.isEmpty();
      return entries.poll();
    }
  }
}
