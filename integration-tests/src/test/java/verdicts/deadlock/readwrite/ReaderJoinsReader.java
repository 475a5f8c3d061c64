package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A reader starts a helper that reads too, and waits for it; a writer came in between. */
@Verdict(threads = {"reader", "helper", "writer"})
public final class ReaderJoinsReader {
  public static void main(String[] args) {
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    Meeting reading = new Meeting(2);
    Meeting queued = new Meeting(2);
    Thread helper = new Thread(() -> lock.readLock().lock(), "helper");
    Thread reader =
        Stage.start(
            "reader",
            () -> {
              lock.readLock().lock(); // holds
              reading.meet();
              queued.meet();
              helper.start();
              helper.join(); // waits
            });
    reading.meet();
    Thread writer = Stage.start("writer", () -> lock.writeLock().lock());
    while (!lock.hasQueuedThread(writer)) {
      Stage.sleep(5);
    }
    queued.meet();
    Stage.stuck(reader, helper, writer);
  }
}
