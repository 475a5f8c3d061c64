package verdicts.clean.locks;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** The holder of a lock is parked for two seconds; nobody but its friend knows who wakes it. */
@Clean
public final class ParkedHolder {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    AtomicBoolean goOn = new AtomicBoolean();
    Meeting meeting = new Meeting(2);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              lock.lock();
              meeting.meet();
              while (!goOn.get()) {
                LockSupport.park(lock);
              }
              lock.unlock();
            });
    meeting.meet();
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              lock.lock();
              lock.unlock();
              System.out.println("passed");
            });
    Stage.longPause();
    goOn.set(true);
    LockSupport.unpark(holder);
    Stage.join(holder, waiter);
  }
}
