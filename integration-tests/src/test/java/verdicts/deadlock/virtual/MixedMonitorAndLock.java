package verdicts.deadlock.virtual;

import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;
import verdicts.Virtual;

/** A virtual thread holds a lock, a platform thread a monitor, a second virtual one a read lock. */
@Verdict(
    threads = {"v1", "platform", "v2"},
    likelyBefore25 = true,
    since = 21)
public final class MixedMonitorAndLock {
  public static void main(String[] args) {
    ReentrantLock lock = new ReentrantLock();
    Object monitor = new Object();
    ReentrantReadWriteLock both = new ReentrantReadWriteLock();
    Meeting meeting = new Meeting(3);
    Thread first =
        Virtual.start(
            "v1",
            () -> {
              lock.lock(); // holds
              meeting.meet();
              synchronized (monitor) { // waits
                System.out.println("never");
              }
            });
    Thread second =
        Stage.start(
            "platform",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                both.writeLock().lock(); // waits
              }
            });
    Thread third =
        Virtual.start(
            "v2",
            () -> {
              both.readLock().lock(); // holds
              meeting.meet();
              lock.lock(); // waits
            });
    Stage.stuck(first, second, third);
  }
}
