package verdicts.deadlock.joins;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Stopping a worker under a write lock that the worker must read. */
@Verdict(threads = {"stopper", "worker"})
public final class JoinWhileWriting {
  public static void main(String[] args) {
    ReentrantReadWriteLock state = new ReentrantReadWriteLock();
    Meeting meeting = new Meeting(2);
    Thread worker =
        Stage.start(
            "worker",
            () -> {
              meeting.meet();
              state.readLock().lock(); // waits
              state.readLock().unlock();
            });
    Thread stopper =
        Stage.start(
            "stopper",
            () -> {
              state.writeLock().lock(); // holds
              meeting.meet();
              worker.join(0); // waits
            });
    Stage.stuck(stopper, worker);
  }
}
