package verdicts.clean.order;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** The constructor registers itself in one order, before anyone else knows the object. */
@Clean
public final class GuardedInitialisation {
  private static final Object registry = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private int uses;

  private GuardedInitialisation() {
    lock.lock();
    try {
      synchronized (registry) {
        uses++;
      }
    } finally {
      lock.unlock();
    }
  }

  private void use() {
    synchronized (registry) {
      lock.lock();
      try {
        uses++;
      } finally {
        lock.unlock();
      }
    }
  }

  public static void main(String[] args) throws Exception {
    GuardedInitialisation shared = new GuardedInitialisation();
    Stage.join(Stage.start("a", shared::use), Stage.start("b", shared::use));
    System.out.println(shared.uses);
  }
}
