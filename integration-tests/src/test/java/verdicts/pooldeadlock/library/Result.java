package verdicts.pooldeadlock.library;

import java.util.concurrent.RunnableFuture;
import java.util.concurrent.TimeUnit;

/** A future as libraries write their own: whoever waits for it waits in its monitor. */
public final class Result implements RunnableFuture<String> {
  private boolean done;

  @Override
  public synchronized void run() {
    done = true;
    notifyAll();
  }

  @Override
  public synchronized String get() throws InterruptedException {
    while (!done) {
      wait();
    }
    return "done";
  }

  @Override
  public String get(long timeout, TimeUnit unit) throws InterruptedException {
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
  public synchronized boolean isDone() {
    return done;
  }
}
