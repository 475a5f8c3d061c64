package verdicts.pooldeadlock.library;

import java.util.concurrent.BlockingQueue;

/** A pool as libraries write their own: threads that take tasks from a queue and run them. */
public final class Worker implements Runnable {
  private final BlockingQueue<Runnable> queue;

  private Worker(BlockingQueue<Runnable> queue) {
    this.queue = queue;
  }

  /** Starts a thread that runs what is put into the queue until it is interrupted. */
  public static Thread start(String name, BlockingQueue<Runnable> queue) {
    Thread thread = new Thread(new Worker(queue), name);
    thread.start();
    return thread;
  }

  @Override
  public void run() {
    try {
      while (true) {
        queue.take().run();
      }
    } catch (InterruptedException end) {
      return;
    }
  }
}
