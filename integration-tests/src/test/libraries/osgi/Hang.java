package osgi;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.ReentrantLock;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The activator of a bundle that deadlocks. The bundle imports nothing but the framework. */
public final class Hang implements BundleActivator {
  private final Object monitor = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final CountDownLatch both = new CountDownLatch(2);

  @Override
  public void start(BundleContext context) {
    new Thread(this::monitorFirst, "monitor-first").start();
    new Thread(this::lockFirst, "lock-first").start();
  }

  @Override
  public void stop(BundleContext context) {}

  private void monitorFirst() {
    synchronized (monitor) { // holds
      meet();
      lock.lock(); // waits
      lock.unlock();
    }
  }

  private void lockFirst() {
    lock.lock(); // holds
    try {
      meet();
      synchronized (monitor) { // waits
        System.out.println("never");
      }
    } finally {
      lock.unlock();
    }
  }

  private void meet() {
    both.countDown();
    try {
      both.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
