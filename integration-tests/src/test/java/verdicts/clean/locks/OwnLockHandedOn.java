package verdicts.clean.locks;

import java.util.concurrent.locks.Lock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.WaitingLock;

/** One thread takes a lock of an application's own making, another releases it: a signal. */
@Clean
public final class OwnLockHandedOn {
  public static void main(String[] args) throws Exception {
    Lock turn = new WaitingLock();
    turn.lock();
    Meeting meeting = new Meeting(2);
    Thread helper =
        Stage.start(
            "helper",
            () -> {
              turn.unlock();
              meeting.meet();
              Stage.longPause();
              turn.unlock();
            });
    meeting.meet();
    turn.lock();
    turn.lock();
    helper.join();
    System.out.println("passed on");
  }
}
