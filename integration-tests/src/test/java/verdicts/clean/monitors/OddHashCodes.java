package verdicts.clean.monitors;

import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/** Monitors whose hashCode, equals and toString throw or would block for ever. */
@Clean
public final class OddHashCodes {
  private static final Object never = new Object();

  /** Throws whenever it is asked who it is. */
  static final class Throwing {
    @Override
    public int hashCode() {
      throw new UnsupportedOperationException("hashCode");
    }

    @Override
    public boolean equals(Object other) {
      throw new UnsupportedOperationException("equals");
    }

    @Override
    public String toString() {
      throw new UnsupportedOperationException("toString");
    }
  }

  /** Blocks whenever it is asked who it is. */
  static final class Blocking {
    @Override
    public int hashCode() {
      synchronized (never) {
        return 1;
      }
    }

    @Override
    public boolean equals(Object other) {
      return hashCode() == other.hashCode();
    }

    @Override
    public String toString() {
      return "blocking " + hashCode();
    }
  }

  public static void main(String[] args) throws Exception {
    Object throwing = new Throwing();
    Object blocking = new Blocking();
    Meeting meeting = new Meeting(3);
    synchronized (never) {
      Thread holder =
          Stage.start(
              "holder",
              () -> {
                synchronized (throwing) {
                  synchronized (blocking) {
                    meeting.meet();
                    Stage.longPause();
                  }
                }
              });
      Thread waiter =
          Stage.start(
              "waiter",
              () -> {
                meeting.meet();
                synchronized (blocking) {
                  synchronized (throwing) {
                    System.out.println("passed");
                  }
                }
              });
      meeting.meet();
      Stage.join(holder, waiter);
    }
  }
}
