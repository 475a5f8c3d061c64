package verdicts.deadlock.locks;

import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A lock built from scratch on AbstractQueuedSynchronizer, which names its owner. */
@Verdict(threads = {"a", "b"})
public final class OwnSynchronizer {
  /** Takes and gives back; not reentrant. */
  static final class Mutex extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1;

    @Override
    protected boolean tryAcquire(int ignored) {
      boolean taken = compareAndSetState(0, 1);
      if (taken) {
        setExclusiveOwnerThread(Thread.currentThread());
      }
      return taken;
    }

    @Override
    protected boolean tryRelease(int ignored) {
      setExclusiveOwnerThread(null);
      setState(0);
      return true;
    }
  }

  public static void main(String[] args) {
    Mutex left = new Mutex();
    Mutex right = new Mutex();
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left, right, meeting)),
        Stage.start("b", () -> cross(right, left, meeting)));
  }

  private static void cross(Mutex first, Mutex second, Meeting meeting) {
    first.acquire(1);
    meeting.meet();
    second.acquire(1);
  }
}
