package verdicts.other;

import verdicts.Meeting;
import verdicts.Stage;

/**
 * A deadlock without anything that came after Java 1.1, so that its class file can be given any
 * version number.
 */
public final class OldStyle extends Thread {
  private static Meeting meeting = new Meeting(2);
  private static Object right = new Object();

  private OldStyle(String name) {
    super(name);
  }

  @Override
  public void run() {
    if (getName().equals("old-a")) {
      leftFirst();
    } else {
      rightFirst();
    }
  }

  private static synchronized void leftFirst() {
    meeting.meet(); // holds
    synchronized (right) { // waits
      System.out.println("never");
    }
  }

  private static void rightFirst() {
    synchronized (right) { // holds
      meeting.meet();
      left();
    }
  }

  private static synchronized void left() {
    System.out.println("never"); // waits
  }

  public static void main(String[] args) {
    Thread[] both = {new OldStyle("old-a"), new OldStyle("old-b")};
    both[0].start();
    both[1].start();
    Stage.stuck(both);
  }
}
