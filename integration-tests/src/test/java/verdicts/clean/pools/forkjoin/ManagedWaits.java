package verdicts.clean.pools.forkjoin;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import verdicts.Clean;
import verdicts.Meeting;
import verdicts.Pools;
import verdicts.Stage;

/** All workers wait for a latch as fork-join wants it: by a managed blocker, so others come. */
@Clean
public final class ManagedWaits {
  /** Waits for a latch. */
  record Opened(CountDownLatch latch) implements ForkJoinPool.ManagedBlocker {
    @Override
    public boolean block() throws InterruptedException {
      latch.await();
      return true;
    }

    @Override
    public boolean isReleasable() {
      return latch.getCount() == 0;
    }
  }

  public static void main(String[] args) throws Exception {
    ForkJoinPool pool = Pools.forkJoin("fork", 2);
    CountDownLatch latch = new CountDownLatch(1);
    Meeting meeting = new Meeting(2);
    List<Future<String>> waiting = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      waiting.add(
          pool.submit(
              () -> {
                meeting.meet();
                ForkJoinPool.managedBlock(new Opened(latch));
                return "opened";
              }));
    }
    pool.submit(
        () -> {
          Stage.longPause();
          latch.countDown();
        });
    System.out.println(waiting.get(0).get() + " " + waiting.get(1).get());
    Pools.end(pool);
  }
}
