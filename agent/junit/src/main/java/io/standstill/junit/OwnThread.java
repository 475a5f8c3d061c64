package io.standstill.junit;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Makes our threads: daemons that inherit nothing from the thread that starts them. */
final class OwnThread {
  private OwnThread() {}

  static Thread start(String name, Runnable task) {
    Thread thread = new Thread(null, task, name, 0, false);
    thread.setDaemon(true);
    thread.setContextClassLoader(OwnThread.class.getClassLoader());
    thread.start();
    return thread;
  }

  /** Lets the current thread rest, at most so long; an interrupt ends it and stays set. */
  static void rest(long millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
