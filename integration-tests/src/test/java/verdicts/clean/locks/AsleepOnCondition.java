package verdicts.clean.locks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** The same scene, but the signaller only wants what is free: everybody goes on after a while. */
@Clean
public final class AsleepOnCondition {
  private static boolean isReady;

  public static void main(String[] args) throws Exception {
    ReentrantLock outer = new ReentrantLock();
    ReentrantLock lock = new ReentrantLock();
    Condition ready = lock.newCondition();
    Meeting asleep = new Meeting(2);
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              outer.lock();
              lock.lock();
              while (!isReady) {
                ready.await();
              }
              lock.unlock();
              outer.unlock();
              System.out.println("woken");
            });
    Thread signaller =
        Stage.start(
            "signaller",
            () -> {
              asleep.meet();
              lock.lock();
              isReady = true;
              ready.signal();
              Stage.longPause();
              lock.unlock();
              outer.lock();
              outer.unlock();
            });
    Stage.awaitRest(waiter);
    asleep.meet();
    Stage.join(waiter, signaller);
  }
}
