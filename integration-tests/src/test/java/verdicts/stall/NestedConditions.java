package verdicts.stall;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Stage;
import verdicts.Verdict;

/** The same with locks: two consumers, two producers, and one lock too many around them. */
@Verdict(
    kind = "stall",
    certainty = "likely",
    threads = {"consumer", "first", "second"},
    options = {"stall-threshold=2s", "lock-threshold=600s"})
public final class NestedConditions {
  private final ReentrantLock outer = new ReentrantLock();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private int items;

  void take() throws InterruptedException {
    outer.lock();
    try {
      lock.lock();
      while (items == 0) {
        filled.await(); // waits
      }
      items--;
      lock.unlock();
    } finally {
      outer.unlock();
    }
  }

  void put() {
    outer.lock(); // waits
    try {
      lock.lock();
      items++;
      filled.signal();
      lock.unlock();
    } finally {
      outer.unlock();
    }
  }

  public static void main(String[] args) {
    NestedConditions store = new NestedConditions();
    Thread consumer = Stage.start("consumer", store::take);
    Stage.awaitRest(consumer);
    Thread first = Stage.start("first", store::put);
    Stage.awaitRest(first);
    Thread second = Stage.start("second", store::put);
    Stage.stuck(consumer, first, second);
  }
}
