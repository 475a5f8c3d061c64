package io.standstill.recorder;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/**
 * Stands in for method references such as {@code monitor::wait} and {@code Condition::signal}: see
 * {@link LockReferenceHooks}.
 */
public final class SignalReferenceHooks {
  private SignalReferenceHooks() {}

  /** {@code monitor::wait}. */
  public static void wait(int site, Object monitor) throws InterruptedException {
    WaitHooks.waiting(monitor, null, site);
    monitor.wait();
  }

  /** {@code monitor::wait} with a time. */
  public static void wait(int site, Object monitor, long millis) throws InterruptedException {
    WaitHooks.waiting(monitor, null, site);
    monitor.wait(millis);
  }

  /** {@code monitor::wait} with a finer time. */
  public static void wait(int site, Object monitor, long millis, int nanos)
      throws InterruptedException {
    WaitHooks.waiting(monitor, null, site);
    monitor.wait(millis, nanos);
  }

  /** {@code condition::await}. */
  public static void await(int site, Object condition) throws InterruptedException {
    WaitHooks.awaitingSignal(condition, null, site);
    ((Condition) condition).await();
  }

  /** {@code condition::await} with a time. */
  public static boolean await(int site, Object condition, long time, TimeUnit unit)
      throws InterruptedException {
    WaitHooks.awaitingSignal(condition, null, site);
    return ((Condition) condition).await(time, unit);
  }

  /** {@code condition::awaitNanos}. */
  public static long awaitNanos(int site, Object condition, long nanos)
      throws InterruptedException {
    WaitHooks.awaitingSignal(condition, null, site);
    return ((Condition) condition).awaitNanos(nanos);
  }

  /** {@code condition::awaitUntil}. */
  public static boolean awaitUntil(int site, Object condition, Date deadline)
      throws InterruptedException {
    WaitHooks.awaitingSignal(condition, null, site);
    return ((Condition) condition).awaitUntil(deadline);
  }

  /** {@code condition::awaitUninterruptibly}. */
  public static void awaitUninterruptibly(int site, Object condition) {
    WaitHooks.awaitingSignal(condition, null, site);
    ((Condition) condition).awaitUninterruptibly();
  }

  /** {@code monitor::notify}. */
  public static void notify(int site, Object monitor) {
    GiveHooks.giving(monitor, null);
    monitor.notify();
  }

  /** {@code monitor::notifyAll}. */
  public static void notifyAll(int site, Object monitor) {
    GiveHooks.giving(monitor, null);
    monitor.notifyAll();
  }

  /** {@code condition::signal}. */
  public static void signal(int site, Object condition) {
    GiveHooks.giving(condition, null);
    ((Condition) condition).signal();
  }

  /** {@code condition::signalAll}. */
  public static void signalAll(int site, Object condition) {
    GiveHooks.giving(condition, null);
    ((Condition) condition).signalAll();
  }
}
