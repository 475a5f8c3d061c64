package verdicts.deadlock.locks;

import java.util.concurrent.locks.ReentrantLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A subclass of ReentrantLock with a method of its own that takes it. */
@Verdict(threads = {"a", "b"})
public final class SubclassedLocks extends ReentrantLock {
  private static final long serialVersionUID = 1;

  @Override
  public void lock() {
    super.lock();
  }

  SubclassedLocks open() {
    lock();
    return this;
  }

  public static void main(String[] args) {
    SubclassedLocks left = new SubclassedLocks();
    SubclassedLocks right = new SubclassedLocks();
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              left.open();
              meeting.meet();
              right.open();
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              right.open();
              meeting.meet();
              left.open();
            });
    Stage.stuck(a, b);
  }
}
