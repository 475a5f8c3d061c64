package verdicts.deadlock.forkjoin;

import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** A parallel stream under a lock that its tasks take too, in a thread that helps with them. */
@Verdict(
    certainty = "likely",
    summary = {"streams", "ForkJoinPool.commonPool-worker-"},
    lockNames = "StreamUnderLock.lock",
    flags = "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2")
public final class StreamUnderLock {
  private static final ReentrantLock lock = new ReentrantLock();

  public static void main(String[] args) {
    Meeting forked = new Meeting(2);
    Thread streams =
        Stage.start(
            "streams",
            () -> {
              lock.lock();
              IntStream.range(0, 64)
                  .parallel()
                  .forEach(
                      i -> {
                        forked.meet();
                        lock.lock();
                        lock.unlock();
                      });
            });
    Stage.stuck(streams);
  }
}
