package verdicts.clean.monitors;

import java.util.concurrent.atomic.AtomicInteger;
import verdicts.Body;
import verdicts.Clean;
import verdicts.Stage;

/** Threads that override what a tool might ask, and throw, lie, lock or block. */
@Clean
public final class OddThreads {
  static final Object never = new Object();

  /** Throws when asked. */
  static final class Throwing extends Thread {
    Throwing(Runnable task) {
      super(task, "throwing");
    }

    @Override
    @SuppressWarnings("deprecation")
    public long getId() {
      throw new UnsupportedOperationException("getId");
    }

    @Override
    public State getState() {
      throw new UnsupportedOperationException("getState");
    }

    @Override
    public String toString() {
      throw new UnsupportedOperationException("toString");
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      throw new UnsupportedOperationException("getStackTrace");
    }

    @Override
    public int hashCode() {
      throw new UnsupportedOperationException("hashCode");
    }

    @Override
    public boolean equals(Object other) {
      throw new UnsupportedOperationException("equals");
    }
  }

  /** Blocks when asked; and says that it is another thread. */
  static final class Blocking extends Thread {
    Blocking(Runnable task) {
      super(task, "blocking");
    }

    @Override
    @SuppressWarnings("deprecation")
    public long getId() {
      return 1;
    }

    @Override
    public State getState() {
      synchronized (never) {
        return State.BLOCKED;
      }
    }

    @Override
    public String toString() {
      synchronized (never) {
        return "blocking";
      }
    }

    @Override
    public StackTraceElement[] getStackTrace() {
      synchronized (never) {
        return new StackTraceElement[0];
      }
    }

    @Override
    public boolean isInterrupted() {
      synchronized (never) {
        return false;
      }
    }
  }

  public static void main(String[] args) throws Exception {
    Object lock = new Object();
    AtomicInteger passed = new AtomicInteger();
    Runnable slow =
        Body.task(
            () -> {
              for (int i = 0; i < 10; i++) {
                synchronized (lock) {
                  Stage.sleep(100);
                  passed.incrementAndGet();
                }
              }
            });
    Thread throwing = new Throwing(slow);
    Thread blocking = new Blocking(slow);
    synchronized (never) {
      throwing.start();
      blocking.start();
      throwing.join();
      blocking.join();
    }
    System.out.println(passed);
  }
}
