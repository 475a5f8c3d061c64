package verdicts.resolved;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** One side waits for ever, the other would give up: the cycle would end by itself. */
@Verdict(
    threads = {"patient", "hasty"},
    certainty = {"likely", "possible"},
    timeoutSeconds = 3_600,
    resolved = true)
public final class OneSideTimed {
  public static void main(String[] args) throws Exception {
    Object monitor = new Object();
    ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    Meeting meeting = new Meeting(2);
    Thread patient =
        Stage.start(
            "patient",
            () -> {
              lock.readLock().lock();
              meeting.meet();
              synchronized (monitor) {
                lock.readLock().unlock();
              }
            });
    Thread hasty =
        Stage.start(
            "hasty",
            () -> {
              try {
                synchronized (monitor) {
                  meeting.meet();
                  lock.writeLock().tryLock(1, TimeUnit.HOURS);
                }
              } catch (InterruptedException stopped) {
                System.out.println("gave up");
              }
            });
    Stage.stuck(patient, hasty);
    hasty.interrupt();
    Stage.join(patient, hasty);
    Stage.say("RESOLVED");
  }
}
