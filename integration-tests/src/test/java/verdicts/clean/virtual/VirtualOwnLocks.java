package verdicts.clean.virtual;

import java.util.concurrent.locks.Lock;
import verdicts.Clean;
import verdicts.ParkingLock;
import verdicts.Stage;
import verdicts.Virtual;
import verdicts.WaitingLock;

/** Virtual threads take locks of an application's own making in one order; some hold them long. */
@Clean(since = 21)
public final class VirtualOwnLocks {
  private static int count;

  private static void work(Lock outer, Lock inner) {
    for (int i = 0; i < 50; i++) {
      outer.lock();
      inner.lock();
      count++;
      Stage.sleep(i % 25 == 0 ? 100 : 0);
      inner.unlock();
      outer.unlock();
    }
  }

  public static void main(String[] args) throws Exception {
    Lock waiting = new WaitingLock();
    Lock parking = new ParkingLock();
    Thread[] threads = new Thread[10];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = Virtual.start("v" + i, () -> work(waiting, parking));
    }
    Stage.join(threads);
    System.out.println(count);
  }
}
