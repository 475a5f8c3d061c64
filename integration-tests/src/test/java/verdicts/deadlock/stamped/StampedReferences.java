package verdicts.deadlock.stamped;

import java.util.concurrent.locks.StampedLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import verdicts.Meeting;
import verdicts.Stage;
import verdicts.Verdict;

/** Stamped locks taken, and before that given back, through method references. */
@Verdict(
    threads = {"a", "b"},
    certainty = "likely")
public final class StampedReferences {
  private static void cross(
      LongSupplier first, ToLongFunction<StampedLock> how, StampedLock second, Meeting meeting) {
    first.getAsLong();
    meeting.meet();
    how.applyAsLong(second);
  }

  private static void useOnce(LongSupplier taking, LongConsumer givingBack) {
    givingBack.accept(taking.getAsLong());
  }

  public static void main(String[] args) {
    StampedLock left = new StampedLock();
    StampedLock right = new StampedLock();
    useOnce(left::writeLock, left::unlockWrite);
    useOnce(right::readLock, right::unlock);
    Meeting meeting = new Meeting(2);
    Stage.stuck(
        Stage.start("a", () -> cross(left::writeLock, StampedLock::writeLock, right, meeting)),
        Stage.start("b", () -> cross(right::readLock, StampedLock::readLock, left, meeting)));
  }
}
