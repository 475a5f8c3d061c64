package verdicts.deadlock.monitors;

import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Two accounts whose methods lock themselves, then the other. */
@Verdict(threads = {"to-right", "to-left"})
public final class SynchronizedMethods {
  private final Meeting meeting;
  private int balance = 100;

  private SynchronizedMethods(Meeting meeting) {
    this.meeting = meeting;
  }

  synchronized void transfer(SynchronizedMethods to, int amount) {
    meeting.meet(); // holds
    balance -= amount;
    to.deposit(amount);
  }

  synchronized void deposit(int amount) {
    balance += amount; // waits
  }

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    SynchronizedMethods left = new SynchronizedMethods(meeting);
    SynchronizedMethods right = new SynchronizedMethods(meeting);
    Thread a = Stage.start("to-right", () -> left.transfer(right, 1));
    Thread b = Stage.start("to-left", () -> right.transfer(left, 2));
    Stage.stuck(a, b);
  }
}
