package verdicts.clean.stamped;

import java.io.Serializable;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.StampedLock;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Stage;

/**
 * What was given back through a method reference is no longer held, even if it is held now by one
 * whom the agent has not seen taking it.
 */
@Clean
public final class ReleasedByReference {
  /** References that can be serialized are not woven. */
  private interface Unseen extends LongSupplier, Serializable {}

  private static void use(StampedLock lock) {
    LongConsumer write = lock::unlockWrite;
    write.accept(lock.writeLock());
  }

  public static void main(String[] args) throws Exception {
    StampedLock stamped = new StampedLock();
    Lock lock = new ReentrantLock();
    Meeting used = new Meeting(3);
    Meeting taken = new Meeting(3);
    Thread a =
        Stage.start(
            "a",
            () -> {
              use(stamped);
              used.meet();
              taken.meet();
              lock.lock();
              lock.unlock();
            });
    Thread b =
        Stage.start(
            "b",
            () -> {
              lock.lock();
              used.meet();
              taken.meet();
              use(stamped);
              lock.unlock();
            });
    used.meet();
    Unseen taking = stamped::writeLock;
    long stamp = taking.getAsLong();
    taken.meet();
    Stage.awaitRest(a, b);
    Stage.longPause();
    stamped.unlockWrite(stamp);
    Stage.join(a, b);
    System.out.println("done");
  }
}
