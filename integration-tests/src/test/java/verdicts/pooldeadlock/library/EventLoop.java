package verdicts.pooldeadlock.library;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/** An executor of one thread, as libraries make them: its queue is none that blocks. */
public final class EventLoop implements Executor {
  private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
  private final Thread thread;

  public EventLoop(String name) {
    thread = new Thread(this::loop, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void execute(Runnable task) {
    queue.add(task);
    LockSupport.unpark(thread);
  }

  private void loop() {
    while (true) {
      Runnable task = queue.poll();
      if (task == null) {
        LockSupport.park(this);
      } else {
        task.run();
      }
    }
  }
}
