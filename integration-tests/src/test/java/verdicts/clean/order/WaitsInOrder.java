package verdicts.clean.order;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/**
 * All wait in the inner lock, by a call and by a method reference, and keep the outer one: it is
 * taken again in the order of all.
 */
@Clean
public final class WaitsInOrder {
  private static final Object outer = new Object();
  private static final Object inner = new Object();
  private static final ReentrantLock innermost = new ReentrantLock();
  private static final Condition changed = innermost.newCondition();
  private static final Pause pause = changed::await;
  private static int count;

  /** Waits for some time. */
  private interface Pause {
    boolean take(long time, TimeUnit unit) throws InterruptedException;
  }

  public static void main(String[] args) throws Exception {
    Stage.join(
        Stage.start("a", WaitsInOrder::repeat),
        Stage.start("b", WaitsInOrder::repeat),
        Stage.start("c", WaitsInOrder::repeat));
    System.out.println(count);
  }

  private static void repeat() throws InterruptedException {
    for (int i = 0; i < 30; i++) {
      synchronized (outer) {
        synchronized (inner) {
          inner.wait(1);
          innermost.lock();
          changed.await(1, TimeUnit.MILLISECONDS);
          pause.take(1, TimeUnit.MILLISECONDS);
          count++;
          innermost.unlock();
        }
      }
    }
  }
}
