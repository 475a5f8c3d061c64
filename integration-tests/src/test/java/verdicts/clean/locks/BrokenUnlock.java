package verdicts.clean.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** Unlocking what is not held throws, and changes nothing. */
@Clean
public final class BrokenUnlock {
  public static void main(String[] args) throws Exception {
    ReentrantLock lock = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Thread holder =
        Stage.start(
            "holder",
            () -> {
              lock.lock();
              meeting.meet();
              Stage.sleep(300);
              lock.unlock();
            });
    meeting.meet();
    for (int i = 0; i < 3; i++) {
      try {
        lock.unlock();
      } catch (IllegalMonitorStateException expected) {
        System.out.println("refused");
      }
    }
    holder.join();
    System.out.println(lock.isLocked());
  }
}
