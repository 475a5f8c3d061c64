package verdicts.clean.stalls;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Stage;

/**
 * Workers that wait for work inside their own lock, as workers do, while others wait for that lock
 * and could wake them; the one that has work for them is not there yet, or waits for a while.
 */
@Clean(options = {"stall-threshold=1s", "lock-threshold=600s"})
public final class IdleInsideLocks {
  private final Object life = new Object();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition work = lock.newCondition();
  private int jobs;
  private boolean stopped;

  private void work() throws InterruptedException {
    synchronized (life) {
      lock.lock();
      while (jobs == 0 && !stopped) {
        work.await();
      }
      lock.unlock();
    }
    System.out.println("worked");
  }

  private void stop() {
    synchronized (life) {
      lock.lock();
      stopped = true;
      work.signalAll();
      lock.unlock();
    }
  }

  private void submit() {
    lock.lock();
    jobs++;
    work.signal();
    lock.unlock();
  }

  private void submitMuchLater() throws InterruptedException {
    synchronized (this) {
      wait(Stage.BEYOND_PATIENCE_MILLIS);
    }
    submit();
  }

  public static void main(String[] args) throws Exception {
    IdleInsideLocks workshop = new IdleInsideLocks();
    Thread worker = Stage.start("worker", workshop::work);
    Stage.awaitRest(worker);
    Thread stopper = Stage.start("stopper", workshop::stop);
    Thread customer = Stage.start("customer", workshop::submitMuchLater);
    Stage.join(worker, stopper, customer);

    IdleInsideLocks second = new IdleInsideLocks();
    Thread idle = Stage.start("idle", second::work);
    Stage.awaitRest(idle);
    Thread closer = Stage.start("closer", second::stop);
    Stage.pauseBeyondPatience();
    second.submit();
    Stage.join(idle, closer);
  }
}
