package verdicts.clean.locks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/** A condition is signalled a hundred times before it is true. */
@Clean
public final class SpuriousWakeUps {
  private static boolean ready;

  public static void main(String[] args) throws Exception {
    Lock lock = new ReentrantLock();
    Condition condition = lock.newCondition();
    Thread[] waiters = new Thread[5];
    for (int i = 0; i < waiters.length; i++) {
      waiters[i] =
          Stage.start(
              "waiter-" + i,
              () -> {
                lock.lock();
                try {
                  while (!ready) {
                    condition.await();
                  }
                } finally {
                  lock.unlock();
                }
              });
    }
    for (int i = 0; i < 100; i++) {
      lock.lock();
      condition.signalAll();
      Stage.sleep(10);
      ready = i == 99;
      lock.unlock();
    }
    lock.lock();
    condition.signalAll();
    lock.unlock();
    Stage.join(waiters);
    System.out.println("done");
  }
}
