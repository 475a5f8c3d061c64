package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/**
 * A second reader queues behind a writer, which waits for the first reader, which waits for the
 * second.
 */
@Verdict(threads = {"first-reader", "second-reader", "writer"})
public final class ReaderBehindQueuedWriter {
  public static void main(String[] args) {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Object monitor = new Object();
    Meeting firstReads = new Meeting(3);
    Meeting writerQueues = new Meeting(3);
    Thread first =
        Stage.start(
            "first-reader",
            () -> {
              lock.readLock().lock(); // holds
              firstReads.meet();
              writerQueues.meet();
              synchronized (monitor) { // waits
                System.out.println("never");
              }
            });
    Thread second =
        Stage.start(
            "second-reader",
            () -> {
              synchronized (monitor) { // holds
                firstReads.meet();
                writerQueues.meet();
                lock.readLock().lock(); // waits
              }
            });
    Thread writer =
        Stage.start(
            "writer",
            () -> {
              firstReads.meet();
              lock.writeLock().lock(); // waits
            });
    while (!lock.hasQueuedThread(writer)) {
      Stage.sleep(5);
    }
    writerQueues.meet();
    Stage.stuck(first, second, writer);
  }
}
