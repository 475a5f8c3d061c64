package verdicts.deadlock.readwrite;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Each reads one lock and wants to write the other. */
@Verdict(
    threads = {"a", "b"},
    lockNames = {"CrossedReadAndWrite.prices"})
public final class CrossedReadAndWrite {
  private static final ReentrantReadWriteLock prices = new ReentrantReadWriteLock();
  private static final ReentrantReadWriteLock orders = new ReentrantReadWriteLock();

  public static void main(String[] args) {
    Meeting meeting = new Meeting(2);
    Thread a =
        Stage.start(
            "a",
            () -> {
              prices.readLock().lock(); // holds
              meeting.meet();
              orders.writeLock().lock(); // waits
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              orders.readLock().lock(); // holds
              meeting.meet();
              prices.writeLock().lock(); // waits
            });
    Stage.stuck(a, b);
  }
}
