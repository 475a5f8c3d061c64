package verdicts.clean.stamped;

import java.util.concurrent.locks.StampedLock;
import verdicts.Clean;
import verdicts.Stage;

/** One takes a stamp and ends; another gives it back two seconds later; a third waits. */
@Clean
public final class StampHandedOn {
  private static long stamp;

  public static void main(String[] args) throws Exception {
    StampedLock lock = new StampedLock();
    Stage.start("taker", () -> stamp = lock.writeLock()).join();
    Thread waiter =
        Stage.start(
            "waiter",
            () -> {
              lock.unlockRead(lock.readLock());
              System.out.println("passed");
            });
    Thread giver =
        Stage.start(
            "giver",
            () -> {
              Stage.longPause();
              lock.unlockWrite(stamp);
            });
    Stage.join(waiter, giver);
  }
}
