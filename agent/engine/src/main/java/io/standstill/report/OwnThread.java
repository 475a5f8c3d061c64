package io.standstill.report;

import java.util.concurrent.locks.LockSupport;

/**
 * Makes the agent's threads: daemons in the root thread group, where an application that interrupts
 * or destroys its own group does not reach them.
 */
public final class OwnThread {
  private OwnThread() {}

  /** A daemon that inherits nothing from the thread that makes it; not started. */
  public static Thread of(String name, Runnable task, ClassLoader context) {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread thread = new Thread(root, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(context);
    return thread;
  }

  /**
   * Lets the current thread, one of ours, rest. An application may interrupt all threads that it
   * finds: that is no reason to go on earlier.
   */
  public static void rest(long nanos) {
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
      Thread.interrupted();
    }
  }
}
