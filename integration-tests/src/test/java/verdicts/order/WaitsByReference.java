package verdicts.order;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Body;
import verdicts.Luck;
import verdicts.Predicted;
import verdicts.Stage;

/** Who sleeps is told how, by a reference to the method that does: it keeps the log meanwhile. */
@Predicted(
    threads = {"sleeper", "other"},
    lockNames = {"WaitsByReference.lock", "WaitsByReference.log"})
public final class WaitsByReference {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Object log = new Object();
  private boolean ready;
  private boolean waiting;

  private void sleep() throws Exception {
    lock.lock();
    try {
      synchronized (log) { // holds
        waiting = true;
        until(changed::await); // waits
      }
    } finally {
      lock.unlock();
    }
  }

  private void until(Body pause) throws Exception {
    while (!ready) {
      pause.run();
    }
  }

  private void wake() {
    boolean done = false;
    while (!done) {
      lock.lock();
      try {
        done = waiting;
        ready = done;
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }
  }

  private void nest() {
    lock.lock(); // holds
    try {
      synchronized (log) { // waits
        System.out.println("nested");
      }
    } finally {
      lock.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    WaitsByReference both = new WaitsByReference();
    Luck luck = new Luck();
    Stage.join(
        Stage.start("sleeper", () -> luck.turn(0, both::sleep)),
        Stage.start("waker", both::wake),
        Stage.start("other", () -> luck.turn(1, both::nest)));
    System.out.println("lucky");
  }
}
