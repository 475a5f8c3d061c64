package verdicts.clean.joins;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** A thread is joined after the lock that it needs was given back, while it still holds others. */
@Clean
public final class JoinAfterUnlock {
  public static void main(String[] args) throws Exception {
    Lock needed = new ReentrantLock();
    Object other = new Object();
    Meeting meeting = new Meeting(2);
    needed.lock();
    Thread worker =
        Stage.start(
            "worker",
            () -> {
              meeting.meet();
              needed.lock();
              try {
                Stage.longPause();
              } finally {
                needed.unlock();
              }
            });
    meeting.meet();
    Stage.awaitRest(worker);
    needed.unlock();
    synchronized (other) {
      worker.join();
    }
    System.out.println(worker.isAlive());
  }
}
