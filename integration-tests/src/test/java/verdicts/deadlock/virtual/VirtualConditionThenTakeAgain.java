package verdicts.deadlock.virtual;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A signalled virtual thread must take its lock again from one that waits for its monitor. */
@Verdict(
    threads = {"waiter", "signaller"},
    since = 21)
public final class VirtualConditionThenTakeAgain {
  private static boolean isReady;

  public static void main(String[] args) {
    ReentrantLock outer = new ReentrantLock();
    ReentrantLock lock = new ReentrantLock();
    Condition ready = lock.newCondition();
    Meeting meeting = new Meeting(2);
    Thread waiter =
        Virtual.start(
            "waiter",
            () -> {
              outer.lock();
              lock.lock();
              meeting.meet();
              while (!isReady) {
                ready.await();
              }
            });
    Thread signaller =
        Virtual.start(
            "signaller",
            () -> {
              meeting.meet();
              lock.lock();
              isReady = true;
              ready.signal();
              outer.lock();
            });
    Stage.stuck(waiter, signaller);
  }
}
