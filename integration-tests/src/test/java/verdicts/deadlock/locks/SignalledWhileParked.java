package verdicts.deadlock.locks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * A thread that is signalled goes on sleeping until the lock is given back: it is queued for the
 * lock, and still looks as if it waited for the condition.
 */
@Verdict(threads = {"waiter", "signaller"})
public final class SignalledWhileParked {
  private static boolean isReady;

  public static void main(String[] args) {
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
            });
    Thread signaller =
        Stage.start(
            "signaller",
            () -> {
              asleep.meet();
              lock.lock();
              isReady = true;
              ready.signal();
              outer.lock();
            });
    Stage.awaitRest(waiter);
    asleep.meet();
    Stage.stuck(waiter, signaller);
  }
}
