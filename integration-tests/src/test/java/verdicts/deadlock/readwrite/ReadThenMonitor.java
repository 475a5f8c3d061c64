package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A read holder wants a monitor whose owner wants to write; two more readers do no harm. */
@Verdict(threads = {"reader", "writer"})
public final class ReadThenMonitor {
  public static void main(String[] args) {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Object monitor = new Object();
    Meeting meeting = new Meeting(3);
    Thread reader =
        Stage.start(
            "reader",
            () -> {
              lock.readLock().lock(); // holds
              meeting.meet();
              synchronized (monitor) { // waits
                System.out.println("never");
              }
            });
    Thread other =
        Stage.start(
            "other-reader",
            () -> {
              lock.readLock().lock();
              meeting.meet();
              Stage.sleep(100);
              lock.readLock().unlock();
            });
    Thread writer =
        Stage.start(
            "writer",
            () -> {
              synchronized (monitor) { // holds
                meeting.meet();
                lock.writeLock().lock(); // waits
              }
            });
    Stage.stuck(other, reader, writer);
  }
}
