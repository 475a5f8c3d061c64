package verdicts.pooldeadlock.library;

import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A future as libraries write their own: its one waiter parks on it. */
public final class Parked implements RunnableFuture<String> {
  private final Thread waiter;
  private volatile boolean done;

  Parked(Thread waiter) {
    this.waiter = waiter;
  }

  @Override
  public void run() {
    done = true;
    LockSupport.unpark(waiter);
  }

  @Override
  public String get() {
    while (!done) {
      LockSupport.park(this);
    }
    return "done";
  }

  @Override
  public String get(long timeout, TimeUnit unit) {
    return get();
  }

  @Override
  public boolean cancel(boolean interrupting) {
    return false;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public boolean isDone() {
    return done;
  }
}
