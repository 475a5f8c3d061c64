package verdicts.deadlock.locks;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Locks taken through method references, bound and unbound. */
@Verdict(threads = {"a", "b"})
public final class MethodReferences {
  private static void cross(Runnable first, Consumer<Lock> how, Lock second, Meeting meeting) {
    first.run();
    meeting.meet();
    how.accept(second);
  }

  public static void main(String[] args) {
    ReentrantLock left = new ReentrantLock();
    Lock right = new ReentrantLock();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left::lock, Lock::lock, right, meeting)),
        Stage.start("b", () -> cross(right::lock, Lock::lock, left, meeting)));
  }
}
