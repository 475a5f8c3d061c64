package verdicts.clean.semaphores;

import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * Permits that were given back through a method reference are no longer held, even if they are in
 * the hands of one whom the agent has not seen taking them.
 */
@Clean
public final class ReleasedByReference {
  private static void use(Semaphore semaphore) {
    Runnable one = semaphore::release;
    semaphore.acquireUninterruptibly();
    one.run();
    IntConsumer several = semaphore::release;
    semaphore.acquireUninterruptibly(2);
    several.accept(2);
  }

  public static void main(String[] args) throws Exception {
    Semaphore semaphore = new Semaphore(2);
    Lock lock = new ReentrantLock();
    Meeting used = new Meeting(3);
    Meeting taken = new Meeting(3);
    Thread a =
        Stage.start(
            "a",
            () -> {
              use(semaphore);
              used.meet();
              taken.meet();
              lock.lock();
              lock.unlock();
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              lock.lock();
              used.meet();
              taken.meet();
              use(semaphore);
              lock.unlock();
            });
    used.meet();
    int drained = semaphore.drainPermits();
    taken.meet();
    Stage.awaitRest(a, b);
    Stage.longPause();
    Stage.longPause();
    semaphore.release(drained);
    Stage.join(a, b);
    System.out.println(semaphore.availablePermits());
  }
}
