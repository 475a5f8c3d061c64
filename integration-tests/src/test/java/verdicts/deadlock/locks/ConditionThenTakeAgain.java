package verdicts.deadlock.locks;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A signalled thread must take its lock again, and the signaller never gives it back. */
@Verdict(threads = {"waiter", "signaller"})
public final class ConditionThenTakeAgain {
  private static final Object outer = new Object();
  private static final ReentrantLock lock = new ReentrantLock();
  private static final Condition ready = lock.newCondition();
  private static boolean isReady;

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              synchronized (outer) {
                lock.lock();
                meeting.meet();
                while (!isReady) {
                  ready.await();
                }
              }
            });
    Thread signaller =
        Stage.start(
            "signaller",
            () -> {
              meeting.meet();
              lock.lock();
              isReady = true;
              ready.signalAll();
              synchronized (outer) {
                System.out.println("never");
              }
            });
    Stage.stuck(waiter, signaller);
  }
}
