package verdicts.other;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;

/** Says READY, and deadlocks once it is told to go on, in code that has run before. */
public final class LaterDeadlock {
  private static final Object left = new Object();
  private static final ReentrantLock right = new ReentrantLock();

  private static synchronized void both() {
    synchronized (left) {
      right.lock();
      right.unlock();
    }
  }

  private static void leftThenRight(Meeting meeting) {
    synchronized (left) { // holds
      meeting.meet();
      right.lock(); // waits
      right.unlock();
    }
  }

  private static void rightThenLeft(Meeting meeting) {
    right.lock(); // holds
    meeting.meet();
    synchronized (left) { // waits
      right.unlock();
    }
  }

  public static void main(String[] args) {
    for (int i = 0; i < 1_000; i++) {
      both();
      leftThenRight(new Meeting(1));
      rightThenLeft(new Meeting(1));
    }
    Stage.say("READY");
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> leftThenRight(meeting)),
        Stage.start("b", () -> rightThenLeft(meeting)));
  }
}
